import { AppError } from '../../workers/errors.ts'
import type { TemplateView } from '../views.ts'
import type { Core } from './core.ts'
import { findTemplateVersion, listTemplateVersions } from './db/templateVersions.ts'
import type { KnownTemplate } from './knownTemplates.ts'

/** The template of a name. Throws no_template for one that cannot be chosen. */
export function knownTemplate({ known }: Pick<Core, 'known'>, name: string): KnownTemplate {
  const found = known.find(name)
  if (found) return found
  const names = known.all().map((template) => template.name)
  throw new AppError('no_template', { template: name, known: names.join(', ') })
}

/** A template as it is now, or as it was under a number, with all its numbers. Throws no_template, not_found. */
export function templateView(
  core: Pick<Core, 'db' | 'known'>,
  { name, version }: { readonly name: string; readonly version?: number | undefined },
): TemplateView {
  const { template: current, source, savedAt } = knownTemplate(core, name)
  const earlier = listTemplateVersions(core.db, name).filter(
    (other) => other.version !== current.version,
  )
  const isEarlier = version !== undefined && version !== current.version
  const template = isEarlier ? findTemplateVersion(core.db, { name, version }) : current
  if (!template) throw new AppError('not_found', { what: `version of “${current.title}”` })
  return {
    ...{ template, source, version: template.version },
    versions: [{ version: current.version, savedAt }, ...earlier]
      .toSorted((a, b) => b.version - a.version)
      .map((one) => ({
        ...{ version: one.version, savedAt: one.savedAt },
        isCurrent: one.version === current.version,
      })),
  }
}
