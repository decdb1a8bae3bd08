import { sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { FieldType } from '../model.ts'
import type { Answer } from './fields.ts'
import { fold } from './parse/fold.ts'

/** What it is worth that another reading of the page finds the same value in the same place. */
const agreed = 0.15
/** How much well-read words speak for a value, beside the same place read in another way. */
const wellRead: Partial<Record<FieldType, number>> = { name: 0.35, address: 0.35 }
const wellReadValue = 0.2

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
  const weight = wellRead[type] ?? wellReadValue
  return readings.flatMap((answers, i) =>
    answers.map((answer): Answer => {
      const others = readings.filter((_, k) => k !== i)
      const agreeing = others.filter((other) => other.some((twin) => isSame(type, answer, twin)))
      const score = answer.score + agreed * agreeing.length + weight * (sureness(answer) - 0.7)
      const proven = answer.proven || agreeing.some((other) => isProven(type, answer, other))
      const why = agreeing.length > 0 ? [...answer.why, 'read the same twice'] : answer.why
      return { ...answer, score, why, proven, agreement: agreeing.length / others.length }
    }),
  )
}

function isProven(type: FieldType, answer: Answer, others: readonly Answer[]): boolean {
  return others.some((twin) => twin.proven && isSame(type, answer, twin))
}

function isSame(type: FieldType, a: Answer, b: Answer): boolean {
  const isText = type === 'name' || type === 'address' || type === 'text'
  const isEqual = isText ? fold(a.value) === fold(b.value) : a.value === b.value
  return isEqual && a.page === b.page && sharesPlace(a, b)
}

function sharesPlace({ box: a }: Answer, { box: b }: Answer): boolean {
  return sharedHeight(a, b) > 0 && sharedWidth(a, b) > 0
}

/** How surely the words of an answer were read, each by its length, 0 to 1. */
function sureness({ words }: Answer): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (letters === 0) return 0.7
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters
}
