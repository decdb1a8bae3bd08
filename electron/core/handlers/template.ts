import type { Core } from '../core.ts'
import { templateSummary } from '../knownTemplates.ts'
import { removeTemplate, restoreTemplate } from '../removeTemplate.ts'
import { saveTemplate } from '../saveTemplate.ts'
import { checkDraft, templateOfDraft } from '../templateDraft.ts'
import { templateView } from '../templateView.ts'
import type { HandlersOf } from './index.ts'

export function templateHandlers(core: Core): HandlersOf<'template'> {
  return {
    'template.list': () => core.known.list().map(templateSummary),
    'template.get': (input) => templateView(core, input),
    'template.check': (input) => ({ problems: checkDraft(core, input) }),
    'template.save': async ({ template: draft, replaces }) => {
      const template = templateOfDraft(draft)
      await saveTemplate(core, template, { replaces })
      return templateView(core, { name: template.name })
    },
    'template.remove': async ({ name }) => {
      await removeTemplate(core, name)
      return {}
    },
    'template.restore': async ({ name }) => {
      await restoreTemplate(core, name)
      return templateView(core, { name })
    },
  }
}
