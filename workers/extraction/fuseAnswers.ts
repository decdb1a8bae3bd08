import { heightOf, sharedHeight, sharedWidth, union } from '../layout/geometry.ts'
import type { FieldType, Word } from '../model.ts'
import { withPoints } from './answers.ts'
import type { Answer } from './fields.ts'
import { fold } from './parse/fold.ts'

/** What it is worth that another reading finds the same value in the same place, and any value there. */
const agreed = { value: 0.15, place: 0.1 }
/** How much a value gains or loses by being better or worse read than what else is read in its place. */
const wellRead: Partial<Record<FieldType, number>> = { name: 0.5, address: 0.6 }
const wellReadValue = 0.3

/**
 * Answers of several readings of the same pages, joined by value: never by letters, so that each stays something
 * that was read. One that another reading confirms where it stands counts more, and knows so.
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
        ...(type === 'address' ? withBestLines(answer, twins.flat()) : answer),
        ...{ signals, score, why, agreement: agreeing.length / others.length },
        proven: answer.proven || agreeing.some((other) => isProven(type, answer, other)),
      }
    }),
  )
}

/** Answers below this are guesses that stand everywhere. */
const leastScore = 0.2

/** An address with each line as the reading has it that is surer of that line. */
function withBestLines(answer: Answer, twins: readonly Answer[]): Answer {
  const rows = rowsOf(answer.words)
  const others = twins.flatMap((twin) => rowsOf(twin.words))
  const best = rows.map((row) => {
    const same = others.filter((other) => isOneLine(row, other))
    return [row, ...same].reduce((a, b) => (surenessOf(b) > surenessOf(a) + surer ? b : a))
  })
  if (best.every((row, i) => row === rows[i])) return answer
  const words = best.flat()
  const value = words
    .map(({ text }) => text)
    .join(' ')
    .replace(/[,;:]+$/, '')
  return { ...answer, words, value, raw: value, box: union(words.map(({ box }) => box)) }
}

/** A line of another reading is taken when it is this much surer. */
const surer = 0.03

/** Words in the rows that they stand in: where one begins left of the word before it, a row begins. */
function rowsOf(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  let before: Word | null = null
  for (const word of words) {
    const row = rows.at(-1)
    if (row && before && word.box[0] > before.box[0]) row.push(word)
    else rows.push([word])
    before = word
  }
  return rows
}

/** Whether two runs of words begin in the same place. */
function isOneLine([a]: readonly Word[], [b]: readonly Word[]): boolean {
  if (!a || !b) return false
  const height = Math.min(heightOf(a.box), heightOf(b.box))
  return sharedHeight(a.box, b.box) > 0.5 * height && Math.abs(a.box[0] - b.box[0]) < 2 * height
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

function surenessOf(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (letters === 0) return 0.7
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters
}
