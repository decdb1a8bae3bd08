import type { Word } from '../model.ts'
import { mendAddressWord } from './addressWords.ts'
import type { Answer } from './fields.ts'

/** An address with the misread letters mended of words that addresses are made of; what was read stays as raw text. */
export function mendAddress(answer: Answer): Answer {
  const mended = answer.words.reduce(withMended, answer.value)
  const isRead = answer.words.some(({ reader }) => reader === 'ocr')
  const value = isRead ? withoutSpecks(withHouseNumber(withLetterO(mended))) : mended
  if (value === answer.value) return answer
  const why = [...answer.why, 'a misread letter mended, or a speck left out']
  return { ...answer, value, why, isMended: true }
}

/** “ND.7” and “N0 7” at the start are “NO” with the number of a house. */
function withHouseNumber(text: string): string {
  const match = /^([NM])[0DCGOQ](?=[.\s]*\d)/i.exec(text)
  if (!match || match[0].toLowerCase() === 'no') return text
  return `N${/^.\p{Ll}/u.test(text) ? 'o' : 'O'}${text.slice(2)}`
}

/** A nought before letters alone is no number, but behind a British district the half of a postcode. */
function withLetterO(text: string): string {
  return text.replace(/(?<![\p{L}\d])(?<!\p{Lu}\d[\p{Lu}\d]? )0(?=\p{L}+(?![\p{L}\d/-]))/gu, 'O')
}

/** A letter alone between a postcode and its place, or a figure behind the last full stop, is a speck. */
function withoutSpecks(text: string): string {
  return text
    .replace(/(\b\d{5},?) \p{L}(?= \p{Lu}\p{L}{2})/u, '$1')
    .replace(/(?<=\p{L}{3}\.) \d$/u, '')
}

function withMended(value: string, { text, confidence, reader }: Word): string {
  if (reader !== 'ocr') return value
  return text
    .split(/(?<=,)/)
    .reduce((whole, part) => replaced(whole, part, mendAddressWord(part, confidence)), value)
}

/** The text with the first of a word replaced, where it stands alone. */
function replaced(text: string, word: string, mended: string | null): string {
  if (mended === null) return text
  const [bare, better] = [word, mended].map((each) => each.replace(/[.,;:]+$/, ''))
  const words = text.split(/(?<=[\s,])/)
  const at = words.findIndex((each) => each.replace(/[\s.,;:]+$/, '') === bare)
  const found = words[at]
  if (found === undefined || bare === undefined || better === undefined) return text
  return words.with(at, found.replace(bare, better)).join('')
}
