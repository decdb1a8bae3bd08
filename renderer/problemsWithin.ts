import type { TemplateProblem } from '../electron/views.ts'

/** The problems of one part of a template, with paths that begin there. */
export function problemsWithin(
  problems: readonly TemplateProblem[],
  ...place: readonly (string | number)[]
): readonly TemplateProblem[] {
  return problems
    .filter(({ path }) => place.every((step, at) => path[at] === step))
    .map(({ path, sentence }) => ({ path: path.slice(place.length), sentence }))
}

/** What is wrong with one entry of a part, as the words beside its control; null: nothing. */
export function wrongWith(problems: readonly TemplateProblem[], entry: string): string | null {
  const sentences = problemsWithin(problems, entry).map(({ sentence }) => sentence)
  return sentences.length === 0 ? null : [...new Set(sentences)].join(' ')
}

/** The problems that belong to none of the entries that have a control of their own. */
export function problemsBeside(
  problems: readonly TemplateProblem[],
  entries: readonly string[],
): readonly TemplateProblem[] {
  return problems.filter(
    ({ path: [entry] }) => entry === undefined || !entries.includes(`${entry}`),
  )
}
