import type { Language } from '../workers/languages.ts'
import type { Labels } from '../workers/template.ts'

/** One of the words that are printed beside a value; with its language where the template tells them apart. */
export interface LabelChip {
  readonly text: string
  readonly language: Language | null
}

/** Labels as a row of chips, in the order of the template. */
export function chipsOf(labels: Labels): readonly LabelChip[] {
  if (Array.isArray(labels)) return labels.map((text) => ({ text, language: null }))
  return Object.entries(labels).flatMap(([language, texts]) =>
    (texts ?? []).map((text) => ({ text, language: language as Language })),
  )
}

/** The chips as a template holds them: a list, or a list per language as soon as one of them has one. */
export function labelsOf(chips: readonly LabelChip[]): Labels {
  if (chips.every(({ language }) => language === null)) return chips.map(({ text }) => text)
  const lists: Partial<Record<Language, string[]>> = {}
  for (const { text, language } of chips) {
    const list = lists[language ?? 'en'] ?? []
    lists[language ?? 'en'] = [...list, text]
  }
  return lists
}

/** With one more at the end; a label that is there already, whatever its case, is not there twice. */
export function withLabel(labels: Labels, typed: string, language: Language | null): Labels {
  const text = typed.replace(/\s+/g, ' ').trim()
  const chips = chipsOf(labels)
  const isThere = chips.some((chip) => chip.text.toLowerCase() === text.toLowerCase())
  return text === '' || isThere ? labels : labelsOf([...chips, { text, language }])
}

export function withoutLabel(labels: Labels, at: number): Labels {
  return labelsOf(chipsOf(labels).filter((_, index) => index !== at))
}
