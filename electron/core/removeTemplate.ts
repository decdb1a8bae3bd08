import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { durably } from './db/open.ts'
import {
  findTemplateVersion,
  keepTemplateVersion,
  listTemplateVersions,
  markTemplateRemoved,
} from './db/templateVersions.ts'
import { removeFiles, writeTemplate } from './saveTemplate.ts'
import { knownTemplate } from './templateView.ts'

type Removing = Pick<Core, 'db' | 'known' | 'now'>

/**
 * Takes one of a person's own out of the list; in the place of a built-in one, that one is back. What it said is
 * remembered. Throws no_template, invalid_input for one that came along, output_locked.
 */
export function removeTemplate(core: Removing, name: string): Promise<void> {
  return core.known.inTurn(async () => {
    const { template, source, savedAt, files } = knownTemplate(core, name)
    if (source === 'built_in')
      throw new AppError('invalid_input', {
        problem: `“${template.title}” came with Sheaf and cannot be removed.`,
      })
    const { version } = template
    const at = core.now().toISOString()
    durably(core.db, () => {
      keepTemplateVersion(core.db, template, savedAt)
      markTemplateRemoved(core.db, { name, version, at })
    })
    try {
      await removeFiles(files)
    } finally {
      core.known.reload()
    }
  })
}

/** Puts a template that was removed back as it was then. Throws not_found, template_taken. */
export function restoreTemplate(core: Removing, name: string): Promise<void> {
  return core.known.inTurn(async () => {
    const found = core.known.find(name)
    if (found && found.source !== 'built_in')
      throw new AppError('template_taken', { template: name })
    const versions = listTemplateVersions(core.db, name).filter(({ savedAt }) => savedAt !== null)
    const removed = versions.find(({ removedAt }) => removedAt !== null) ?? versions[0]
    const template = removed && findTemplateVersion(core.db, { name, version: removed.version })
    if (!template) throw new AppError('not_found', { what: 'template' })
    await writeTemplate(core, template, null)
    core.known.reload()
  })
}
