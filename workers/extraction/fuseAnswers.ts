import { heightOf, sharedHeight, sharedWidth, union } from '../layout/geometry.ts'
import type { FieldType } from '../model.ts'
import { withPoints } from './answers.ts'
import type { Answer } from './fields.ts'
import { joinWords, surenessOf } from './joinWords.ts'
import { fold } from './parse/fold.ts'

/** What it is worth that another reading finds the same value in the same place, and any value there. */
const agreed = { value: 0.15, place: 0.1 }
/** How much a value gains or loses by being better or worse read than what else is read in its place. */
const wellRead: Partial<Record<FieldType, number>> = { name: 0.5, address: 0.6 }
const wellReadValue = 0.3

/**
 * Answers of several readings of the same pages, joined by value: never by letters, so that each stays something
 * that was read; only addresses, which no check proves, are joined word by word. One that another reading confirms where it stands counts more, and knows so.
 */
export function fuseAnswers(
  type: FieldType,
  readings: readonly (readonly Answer[])[],
): readonly Answer[] {
  const [only = []] = readings
  if (readings.length < 2) return only
  // Free text has no form by which one reading could confirm another.
  if (type === 'text') return readings.find((answers) => answers.length > 0) ?? only
  const weight = wellRead[type] ?? wellReadValue
  return readings.flatMap((answers, i) =>
    answers.map((answer): Answer => {
      const others = readings.filter((_, k) => k !== i)
      const twins = others.map((other) => other.filter((twin) => sharesPlace(answer, twin)))
      const agreeing = twins.filter((found) => found.some((twin) => isSame(type, answer, twin)))
      const isPlaced = twins.some((found) => found.some((twin) => twin.score > leastScore))
      const place = [answer, ...twins.flat()].map(sureness)
      const usual = place.reduce((sum, value) => sum + value, 0) / place.length
      const confirmed = agreeing.length > 0 ? agreed.value : isPlaced ? agreed.place : 0
      const read = withPoints(answer, 'wellRead', weight * (sureness(answer) - usual))
      const { signals, score } = withPoints(read, 'agreed', confirmed)
      const why = agreeing.length > 0 ? [...answer.why, 'read the same twice'] : answer.why
      return {
        ...(type === 'address' ? withBestWords(answer, twins.flat()) : answer),
        ...{ signals, score, why, agreement: agreeing.length / others.length },
        proven: answer.proven || agreeing.some((other) => isProven(type, answer, other)),
      }
    }),
  )
}

/** Answers below this are guesses that stand everywhere. */
const leastScore = 0.2

/** An address joined word by word with the other readings of its place. */
function withBestWords(answer: Answer, twins: readonly Answer[]): Answer {
  const words = twins.reduce((joined, twin) => joinWords(joined, twin.words), [...answer.words])
  const value = words
    .map(({ text }) => text)
    .join(' ')
    .replace(/[,;:]+$/, '')
  if (words.length === 0 || fold(value) === fold(answer.value)) return answer
  return { ...answer, words, value, raw: value, box: union(words.map(({ box }) => box)) }
}

function isProven(type: FieldType, answer: Answer, others: readonly Answer[]): boolean {
  return others.some((twin) => twin.proven && isSame(type, answer, twin))
}

function isSame(type: FieldType, a: Answer, b: Answer): boolean {
  const isText = type === 'name' || type === 'address' || type === 'text'
  const isEqual = isText ? fold(a.value) === fold(b.value) : a.value === b.value
  return isEqual && sharesPlace(a, b)
}

function sharesPlace(a: Answer, b: Answer): boolean {
  const height = Math.min(heightOf(a.box), heightOf(b.box))
  return (
    a.page === b.page && sharedHeight(a.box, b.box) > 0.4 * height && sharedWidth(a.box, b.box) > 0
  )
}

/** How surely the words of an answer were read, each by its length, 0 to 1. */
function sureness({ words }: Answer): number {
  return surenessOf(words)
}
