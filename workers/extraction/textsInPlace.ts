import { union } from '../layout/geometry.ts'
import type { Word } from '../model.ts'
import type { TemplateField } from '../template.ts'
import type { Answer } from './fields.ts'
import type { InPlace } from './inPlace.ts'
import type { LabelHit } from './labels.ts'
import type { Reading } from './reading.ts'

/** A little less than what stands beside its label. */
const asPlaced = 0.7

/** What is left of the confidence in it: nothing but its place speaks for it, and papers differ. */
const byPlaceAlone = 0.55

/** What is known around a field of text. */
interface Around {
  /** Where to look for it; undefined: anywhere. */
  readonly place: InPlace | undefined
  readonly reading: Reading
  readonly hits: readonly LabelHit[]
}

/** Those answers that stand where a field is looked for; in a box with none of them, all that stands there. */
export function textsInPlace(
  spec: Pick<TemplateField, 'name' | 'type' | 'pattern'>,
  answers: readonly Answer[],
  { place, reading, hits }: Around,
): readonly Answer[] {
  if (!place) return answers
  const inside = answers.filter(({ page, words }) => place.holds(page, words))
  // The pattern of free text names the words that are meant.
  const isOpen = place.hasBox && (spec.type !== 'text' || !spec.pattern)
  return inside.length > 0 || !isOpen ? inside : textOfBox(spec, { place, reading, hits })
}

/** All that a box holds, less the field’s own labels; of a name the first line alone. */
function textOfBox(
  { name, type }: Pick<TemplateField, 'name' | 'type'>,
  { place, reading, hits }: Around & { readonly place: InPlace },
): Answer[] {
  const labels = new Set<Word>(
    hits
      .filter(({ owners }) => owners.fields.has(name) || owners.weakly.has(name))
      .flatMap(({ line, from, to }) => line.wordsOf(from, to)),
  )
  return reading.pages.flatMap(({ number }) => {
    const inside = (reading.linesByPage.get(number) ?? [])
      .map(({ line }) =>
        line.words.filter((word) => place.holds(number, [word]) && !labels.has(word)),
      )
      .filter((words) => /[\p{L}\p{N}]/u.test(textOf(words)))
    const lines = type === 'name' ? inside.slice(0, 1) : inside
    const words = lines.flat()
    if (words.length === 0) return []
    return [
      {
        value: lines.map(textOf).join(type === 'address' ? ', ' : ' '),
        raw: lines.map(textOf).join(' '),
        page: number,
        box: union(words.map(({ box }) => box)),
        words,
        signals: { placed: asPlaced },
        score: asPlaced,
        why: ['stands where it is looked for'],
        ...{ proven: false, labelled: true, other: null, certainty: byPlaceAlone },
      },
    ]
  })
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
