import { resolve } from 'node:path'
import type { Template } from '../../../workers/template.ts'
import type { Core } from '../core.ts'
import { duplicateTemplate } from '../duplicateTemplate.ts'
import { forgivingTemplate } from '../forgivingTemplate.ts'
import { templateSummary } from '../knownTemplates.ts'
import { matchPattern } from '../matchPattern.ts'
import { removeTemplate, restoreTemplate } from '../removeTemplate.ts'
import { saveTemplate } from '../saveTemplate.ts'
import { checkDraft, templateOfDraft } from '../templateDraft.ts'
import { textIn, writeTemplateFile } from '../templateFile.ts'
import { readTemplateText } from '../templates.ts'
import { templateView } from '../templateView.ts'
import { triableDocuments } from '../triableDocuments.ts'
import { tryTemplate } from '../tryTemplate.ts'
import { versionDifferences } from '../versionDifferences.ts'
import type { HandlersOf } from './index.ts'

export function templateHandlers(core: Core): HandlersOf<'template'> {
  /** A version by its number, or a draft. */
  function said(name: string, one: number | object): Template {
    if (typeof one !== 'number') return templateOfDraft(one)
    return templateView(core, { name, version: one }).template
  }

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
    'template.revert': async ({ name, version }) => {
      await saveTemplate(core, said(name, version), { replaces: name })
      return templateView(core, { name })
    },
    'template.duplicate': async ({ name }) =>
      templateView(core, { name: await duplicateTemplate(core, name) }),
    'template.read': ({ filename, text }) => {
      const { source, template, problems } = readTemplateText(filename, text)
      return {
        template: template ?? forgivingTemplate(source),
        problems: problems.map(({ path, sentence }) => ({ path: [...path], sentence })),
      }
    },
    'template.text': ({ format, ...asked }) => {
      const { template } = templateView(core, asked)
      return { filename: `${template.name}.json`, text: textIn(format, template) }
    },
    'template.write': async ({ format, path, ...asked }) => {
      const file = resolve(path)
      await writeTemplateFile(file, format, templateView(core, asked).template)
      return { path: file }
    },
    'template.differences': ({ name, from, to }) =>
      versionDifferences(said(name, from), said(name, to)),
    'template.documents': async (input) => [...(await triableDocuments(core, input))],
    'template.try': ({ template, replaces, documentIds }) => {
      const draft = templateOfDraft(template)
      const saved = core.known.find(replaces ?? draft.name)?.template ?? null
      return tryTemplate(core, { draft, saved, documentIds })
    },
    'template.matches': (input) => matchPattern(core, input),
  }
}
