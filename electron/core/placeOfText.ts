import { union } from '../../workers/layout/geometry.ts'
import { linesOf } from '../../workers/layout/lines.ts'
import type { FieldType, Page, Provenance, Reader, Word } from '../../workers/model.ts'
import type { Core } from './core.ts'
import type { StoredDocument } from './db/documents.ts'
import { pagesOfDocument } from './documentPages.ts'
import { typedValue } from './typedValue.ts'

export interface Seen {
  readonly reader: Reader
  readonly provenance: Provenance
}

/** Of values of these types the print may differ from what is typed; so many words at most. */
const mostWords: Partial<Record<FieldType, number>> = {
  ...{ amount: 3, number: 2, percent: 2, date: 4, currency: 1, iban: 9, bic: 2 },
}

interface Typed {
  readonly type: FieldType
  readonly typed: string
  readonly value: string
}

/** Where a typed text stands on the pages of a document: null when nowhere, or in more than one place. */
export function placeOfText(core: Core, document: StoredDocument, typed: Typed): Seen | null {
  const found = pagesOfDocument(core, document).flatMap((page) => placesOn(page, typed))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Places that do not touch each other: of several runs of words around one, the shortest. */
function placesOn(page: Page, typed: Typed): readonly Seen[] {
  const found: Seen[] = []
  for (const { words } of linesOf(page)) {
    const taken = new Set<Word>()
    for (const run of runsOf(words, longestOf(typed))) {
      if (run.some((word) => taken.has(word)) || !says(run, typed)) continue
      for (const word of run) taken.add(word)
      found.push(seenAt(page, run))
    }
  }
  return found
}

function longestOf({ type, typed }: Typed): number {
  return Math.max(mostWords[type] ?? 0, typed.trim().split(/\s+/).length)
}

/** Neighbours in a line, the short runs first. */
function runsOf(words: readonly Word[], longest: number): readonly (readonly Word[])[] {
  return Array.from({ length: Math.min(longest, words.length) }, (_, i) => i + 1).flatMap(
    (length) =>
      Array.from({ length: words.length - length + 1 }, (_, at) => words.slice(at, at + length)),
  )
}

function says(run: readonly Word[], { type, typed, value }: Typed): boolean {
  const text = textOf(run)
  if (text === typed.trim().replace(/\s+/g, ' ')) return true
  if (mostWords[type] === undefined || !/[\p{L}\d]/u.test(text)) return false
  try {
    return typedValue({ type, label: '' }, text) === value
  } catch {
    // Not of this type: some other text.
    return false
  }
}

function seenAt(page: Page, run: readonly Word[]): Seen {
  const box = union(run.map((word) => word.box))
  const provenance = { page: page.number, box, pageSize: page.size, text: textOf(run) }
  return { reader: run[0]?.reader ?? page.reader, provenance }
}

function textOf(run: readonly Word[]): string {
  return run.map(({ text }) => text).join(' ')
}
