import { type Labels, labelList, type Template, type TemplateField } from '../template.ts'
import { fold } from './parse/fold.ts'

/** Whose label a word group is, and which fields it speaks against. */
export interface LabelOwners {
  readonly fields: ReadonlySet<string>
  /** Fields that it names only where nothing better does. */
  readonly weakly: ReadonlySet<string>
  readonly against: ReadonlySet<string>
}

/** Labels, folded, with whom each speaks for and against. */
export type Lexicon = ReadonlyMap<string, LabelOwners>

/** A lexicon to fill: every label with the owners that were added for it. */
export function buildLexicon(
  entries: Iterable<{ owner: string; side: keyof LabelOwners; labels: Labels }>,
): Lexicon {
  const lexicon = new Map<string, Record<keyof LabelOwners, Set<string>>>()
  for (const { owner, side, labels } of entries)
    for (const label of labelList(labels)) {
      const key = fold(label)
      if (key === '') continue
      const entry = lexicon.get(key) ?? { fields: new Set(), weakly: new Set(), against: new Set() }
      entry[side].add(owner)
      lexicon.set(key, entry)
    }
  return lexicon
}

/** A field’s labels; one of nobody’s block that was given none is labelled with its own title. */
export function labelsOf({
  label,
  labels,
  weakLabels,
  pattern,
  role,
  type,
}: TemplateField): Labels {
  const isBare = labelList(labels).length + labelList(weakLabels).length === 0 && pattern === null
  return isBare && role === 'document' && type !== 'currency' ? [label] : labels
}

/**
 * What `build` gives for an object, made once for all that say the same: every document brings its
 * template anew, and laying a lexicon out takes longer than reading a page with it.
 */
export function onceFor<Source extends object, Made extends object>(
  build: (source: Source) => Made,
): (source: Source) => Made {
  const bySource = new WeakMap<Source, Made>()
  const byText = new Map<string, Made>()
  return (source) => {
    const known = bySource.get(source)
    if (known) return known
    const text = JSON.stringify(source)
    const made = byText.get(text) ?? build(source)
    if (byText.size >= mostLexicons) byText.clear()
    byText.set(text, made)
    bySource.set(source, made)
    return made
  }
}

const mostLexicons = 40

/** All labels of a template, folded, with the fields that each speaks for and against. */
export const lexiconOf = onceFor((template: Template) =>
  buildLexicon([
    ...template.fields.flatMap((field) => [
      { owner: field.name, side: 'fields' as const, labels: labelsOf(field) },
      { owner: field.name, side: 'weakly' as const, labels: field.weakLabels },
      { owner: field.name, side: 'against' as const, labels: field.notLabels },
    ]),
    ...template.support.map(({ name, labels }) => ({
      owner: name,
      side: 'fields' as const,
      labels,
    })),
  ]),
)

/** The labels of fields and of table columns: whatever is printed to name something. */
export const lexiconWithColumns = onceFor((template: Template): Lexicon => {
  const columns = template.tables.flatMap((table) => table.columns)
  return new Map([
    ...buildLexicon(columns.map(({ name, labels }) => ({ owner: name, side: 'fields', labels }))),
    ...lexiconOf(template),
  ])
})
