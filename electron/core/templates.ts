import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { AppError, failureOf } from '../../workers/errors.ts'
import { type Template, templateSchema } from '../../workers/template.ts'
import type { Log } from './log.ts'
import { fromNamedEntities, namedEntitiesSchema, unknownTypes } from './namedEntities.ts'
import { naturalOrder } from './naturalOrder.ts'
import { type Problem, shapeProblems, templateProblems, unlabelled } from './templateProblems.ts'

export interface LoadedTemplate {
  readonly template: Template
  /** The user's own files of this name, of which the last counts. */
  readonly files: readonly string[]
  /** What came along under this name. */
  readonly builtIn: Template | null
}

/** The built-in templates, and the user's own, of which one replaces a built-in of the same name. */
export function loadTemplates(
  { builtIn, own }: { builtIn: string; own: string },
  log: Log,
): readonly LoadedTemplate[] {
  const known = new Map<string, LoadedTemplate>()
  for (const file of filesIn(builtIn)) {
    const template = readTemplate(file)
    known.set(template.name, { template, files: [], builtIn: template })
  }
  for (const file of ownFiles()) {
    try {
      const template = readTemplate(file)
      const { files = [], builtIn: replaced = null } = known.get(template.name) ?? {}
      known.set(template.name, { template, files: [...files, file], builtIn: replaced })
    } catch (thrown) {
      // A slip in one file of their own must not keep anybody from opening the program.
      log('template.invalid', { file: basename(file), code: failureOf(thrown).code })
    }
  }
  return [...known.values()]

  function ownFiles(): readonly string[] {
    try {
      return filesIn(own)
    } catch {
      log('template.invalid', { file: basename(own), code: 'access_denied' })
      return []
    }
  }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort(naturalOrder).map((name) => join(folder, name))
}

export interface ChosenTemplates {
  /** `auto` or a template's name. */
  readonly choice: string
  readonly templates: readonly Template[]
  /** Where it came from, if that was a file. */
  readonly file: string | null
}

/** What a batch extracts with: `auto` (all of them), a template's name, or the path of a template file. */
export function chooseTemplates(choice: string, known: readonly Template[]): ChosenTemplates {
  if (choice === 'auto') return { choice, templates: known, file: null }
  const named = known.find(({ name }) => name === choice)
  if (named) return { choice, templates: [named], file: null }
  if (extname(choice).toLowerCase() !== '.json') {
    const names = ['auto', ...known.map(({ name }) => name)].join(', ')
    throw new AppError('no_template', { template: choice, known: names })
  }
  const file = resolve(choice)
  const template = readTemplate(file)
  return { choice: template.name, templates: [template], file }
}

/** Reads and checks a template file: our own format, or a schema of named entities. */
export function readTemplate(file: string): Template {
  const { template, problems } = readTemplateText(basename(file), textOf(file))
  if (template && problems.length === 0) return template
  const problem = problems.map(({ sentence }) => sentence).join(' ')
  throw new AppError('template_invalid', { template: basename(file), problem })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const problem = 'there is no such file, or it may not be read.'
    throw new AppError('template_invalid', { template: basename(file), problem })
  }
}

export interface WrittenTemplate {
  /** As it is written, or as a template of ours where it is a schema of named entities; null: it is not JSON. */
  readonly source: unknown
  readonly template: Template | null
  readonly problems: readonly Problem[]
}

/** What the text of a file says, in either format, with all that keeps it from being used. */
export function readTemplateText(filename: string, text: string): WrittenTemplate {
  const json = parsedText(text)
  if (typeof json === 'string')
    return { source: null, template: null, problems: [{ path: [], sentence: json }] }
  const entities = namedEntitiesSchema.safeParse(json.value)
  const unknown = entities.success ? unknownTypes(entities.data) : []
  const source = entities.success ? fromNamedEntities(entities.data, filename) : json.value
  if (unknown.length > 0)
    return { source, template: null, problems: unknown.map((sentence) => ({ path: [], sentence })) }
  const parsed = templateSchema.safeParse(source)
  if (!parsed.success)
    return { source, template: null, problems: shapeProblems(source, parsed.error) }
  const problems = [...templateProblems(parsed.data), ...unlabelled(source)]
  return { source, template: parsed.data, problems }
}

/** What the text says; as a string, why it says nothing. */
function parsedText(text: string): { readonly value: unknown } | string {
  try {
    // Editors on Windows put a mark before the first letter.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (thrown) {
    return `it is not JSON (${thrown instanceof Error ? thrown.message : String(thrown)}).`
  }
}
