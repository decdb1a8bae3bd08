import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { latestTemplateVersion } from './db/templateVersions.ts'
import { saveTemplate } from './saveTemplate.ts'
import { knownTemplate } from './templateView.ts'

/** A new template that says the same under a name of its own, which it gives. Throws no_template. */
export async function duplicateTemplate(
  core: Pick<Core, 'db' | 'known' | 'now'>,
  name: string,
): Promise<string> {
  const { template } = knownTemplate(core, name)
  for (let i = 1; ; i++) {
    const copy = `${name}_copy${i > 1 ? `_${i}` : ''}`
    // Also one that was removed keeps its name, so that it can come back.
    if (core.known.find(copy) || latestTemplateVersion(core.db, copy) > 0) continue
    const title = `${template.title} (copy${i > 1 ? ` ${i}` : ''})`
    try {
      await saveTemplate(core, { ...template, name: copy, title }, { replaces: null })
      return copy
    } catch (thrown) {
      // Asked twice at once: the other one has the name now.
      if (!(thrown instanceof AppError) || thrown.code !== 'template_taken') throw thrown
    }
  }
}
