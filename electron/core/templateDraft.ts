import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { AppError, sentenceOf } from '../../workers/errors.ts'
import { type Template, templateSchema } from '../../workers/template.ts'
import type { TemplateProblem } from '../views.ts'
import type { Core } from './core.ts'
import { type Problem, shapeProblems, templateProblems } from './templateProblems.ts'

/** A template that a person is at, with what keeps it from being used; of the wrong shape, it is none yet. */
export interface TemplateDraft {
  readonly template: Template | null
  readonly problems: readonly Problem[]
}

/** Names that stand for something else wherever a template is chosen. */
const reserved = new Set(['auto', 'unknown'])

/** Looks at a draft, whatever it is. Its version is counted when it is saved, so it needs none. */
export function readDraft(source: unknown): TemplateDraft {
  const isObject = typeof source === 'object' && source !== null && !Array.isArray(source)
  if (!isObject)
    return {
      template: null,
      problems: [{ path: [], sentence: 'This is no template: it has no name, title and fields.' }],
    }
  const draft = { ...source, version: 1 }
  const parsed = templateSchema.safeParse(draft)
  if (!parsed.success) return { template: null, problems: shapeProblems(draft, parsed.error) }
  const template = parsed.data
  const sentence = `“${template.name}” has a meaning of its own; give the template another name.`
  const ofName = reserved.has(template.name) ? [{ path: ['name'], sentence }] : []
  return { template, problems: [...ofName, ...templateProblems(template)] }
}

/** All that keeps a draft from being saved in the place of another, or of none; left out: under whatever name. */
export function checkDraft(
  { known }: Pick<Core, 'known'>,
  { template: source, replaces }: { template?: unknown; replaces?: string | null | undefined },
): TemplateProblem[] {
  const { problems } = readDraft(source)
  const name = z.object({ name: z.string() }).safeParse(source).data?.name
  const isTaken =
    replaces !== undefined && name !== undefined && name !== replaces && known.find(name)
  const sentence = sentenceOf('template_taken', { template: name ?? '' })
  const taken = isTaken ? [{ path: ['name'], sentence }] : []
  return [...taken, ...problems].map(({ path, ...rest }) => ({ ...rest, path: [...path] }))
}

/** The template that a draft is. Throws template_invalid with all that keeps it from being one. */
export function templateOfDraft(source: unknown): Template {
  const { template, problems } = readDraft(source)
  if (template && problems.length === 0) return template
  const name = template?.title ?? titleOf(source)
  const problem = problems.map(({ sentence }) => sentence).join(' ')
  throw new AppError('template_invalid', { template: name, problem })
}

function titleOf(source: unknown): string {
  const { title, name } = (source ?? {}) as { title?: unknown; name?: unknown }
  return String(title || name || 'without a name')
}

/** Whether two say the same, whatever their numbers. */
export function saysTheSame(one: Template, other: Template): boolean {
  return isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 })
}
