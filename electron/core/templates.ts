import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { AppError, failureOf } from '../../workers/errors.ts'
import { type Template, templateSchema } from '../../workers/template.ts'
import type { TemplateSummary } from '../views.ts'
import type { Log } from './log.ts'
import { fromNamedEntities, namedEntitiesSchema, unknownTypes } from './namedEntities.ts'
import { naturalOrder } from './naturalOrder.ts'
import { shapeProblems, templateProblems, unlabelled } from './templateProblems.ts'

/** The built-in templates, and the user's own, of which one replaces a built-in of the same name. */
export function loadTemplates(
  { builtIn, own }: { builtIn: string; own: string },
  log: Log,
): readonly Template[] {
  const known = new Map<string, Template>()
  for (const file of filesIn(builtIn)) keep(readTemplate(file))
  for (const file of filesIn(own)) {
    try {
      keep(readTemplate(file))
    } catch (thrown) {
      // A slip in one file of their own must not keep anybody from opening the program.
      log('template.invalid', { file: basename(file), code: failureOf(thrown).code })
    }
  }
  return [...known.values()]

  function keep(template: Template): void {
    known.set(template.name, template)
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
  const invalid = (problem: string) =>
    new AppError('template_invalid', { template: basename(file), problem })
  const json = parseFile(file, invalid)
  const entities = namedEntitiesSchema.safeParse(json)
  const unknown = entities.success ? unknownTypes(entities.data) : []
  if (unknown.length > 0) throw invalid(unknown.join(' '))
  const source = entities.success ? fromNamedEntities(entities.data, basename(file)) : json
  const parsed = templateSchema.safeParse(source)
  if (!parsed.success) throw invalid(shapeProblems(source, parsed.error).join(' '))
  const problems = [...templateProblems(parsed.data), ...unlabelled(source)]
  if (problems.length > 0) throw invalid(problems.join(' '))
  return parsed.data
}

function parseFile(file: string, invalid: (problem: string) => AppError): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw invalid(`it is not JSON (${thrown.message}).`)
    throw invalid('there is no such file, or it may not be read.')
  }
}

export function templateSummary(template: Template): TemplateSummary {
  const { name, title, version, category, description, fields } = template
  return {
    ...{ name, title, version, category, description },
    fields: fields.map((field) => ({ name: field.name, label: field.label, type: field.type })),
  }
}
