import type { FieldType } from '../model.ts'
import { unitsOf } from './parse/amount.ts'
import { editDistance, fold } from './parse/fold.ts'

/** Whether two values of a type are the same but for how they are written. Text is compared by letters and digits. */
export function isSameValue(type: FieldType, a: string, b: string): boolean {
  switch (type) {
    case 'amount':
    case 'number':
    case 'percent':
      return sameNumber(a, b)
    case 'date':
    case 'time':
      return a === b
    case 'bic':
      // The last three of eleven letters name a branch. XXX is the code for the bank’s main office, which
      // the eight letters alone mean as well.
      return fold(a).replace(/xxx$/, '') === fold(b).replace(/xxx$/, '')
    default:
      return fold(a) === fold(b)
  }
}

/**
 * Whether two values may mean the same: one is part of the other, or texts share half of the shorter one’s
 * words. What is not even alike clearly differs.
 */
export function isAlike(type: FieldType, a: string, b: string): boolean {
  if (isSameValue(type, a, b)) return true
  switch (type) {
    case 'amount':
    case 'number':
    case 'percent':
    case 'date':
    case 'time':
    case 'currency':
    case 'iban':
      return false
    case 'identifier':
    case 'vat_id':
    case 'bic':
      return isPart(fold(a), fold(b), 4)
    default:
      return isPart(fold(a), fold(b), 3) || sharedWords(a, b) >= 0.5
  }
}

/** A credit note may state what it gives back with or without a minus. */
function sameNumber(a: string, b: string): boolean {
  const [x, y] = [exactUnits(a), exactUnits(b)]
  return x !== null && y !== null && (x === y || x === -y)
}

/** Prices may have more decimals than are counted anywhere else. */
function exactUnits(value: string): bigint | null {
  return unitsOf(value.replace(/(\.\d{4})\d+$/, '$1'))
}

function isPart(a: string, b: string, least: number): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= least && long.includes(short)
}

/** Share of the shorter text’s words that the other has too, give or take a letter. */
function sharedWords(a: string, b: string): number {
  const [short = [], long = []] = [a, b]
    .map((text) =>
      text
        .split(/[\s,;/]+/)
        .map(fold)
        .filter((word) => word.length > 1),
    )
    .sort((x, y) => x.length - y.length)
  const isShared = (word: string) =>
    long.some((other) => other === word || (word.length > 4 && editDistance(word, other, 1) <= 1))
  return short.length === 0 ? 0 : short.filter(isShared).length / short.length
}
