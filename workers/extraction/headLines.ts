import { union } from '../layout/geometry.ts'
import type { Segment, Word } from '../model.ts'
import { surenessOf } from './joinWords.ts'
import { legalForm } from './partyText.ts'
import type { Reading } from './reading.ts'

/** Lines of a receipt that name who it is of; further down begin the goods. */
const headLines = 20

/** The first telling lines of the first page, each as one segment, without the specks around them. */
export function headOf(reading: Reading): Segment[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  return reading.lines
    .filter(({ line }) => line.page === firstPage.number)
    .map(({ line }) => withoutSpecks(line.page, line.words))
    .filter((segment) => segment !== null)
    .filter((segment) => !isNoise(segment))
    .slice(0, headLines)
}

function withoutSpecks(page: number, words: readonly Word[]): Segment | null {
  const from = words.findIndex((word) => !isSpeck(word))
  const to = words.findLastIndex((word) => !isSpeck(word))
  const kept = words.slice(Math.max(0, from), to + 1)
  if (from < 0) return null
  const text = kept
    .map((word) => word.text)
    .join(' ')
    .replace(/^[^\p{L}\p{N}(#]+|[|©®°_~*\s]+$/gu, '')
  return { page, words: kept, box: union(kept.map((word) => word.box)), text }
}

/** A bar, a dot or a letter or two that OCR is not sure of: folds, borders, the edge of the paper. */
function isSpeck({ text, confidence, reader }: Word): boolean {
  if (reader !== 'ocr') return false
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters === 0 || (letters <= 2 && confidence < 0.5 && !/^\d+$/.test(text))
}

/** What OCR sees in logos and stains: pieces of one and two letters, signs among letters, nothing that it is sure of. */
function isNoise(segment: Segment): boolean {
  if (!segment.words.some(({ reader }) => reader === 'ocr')) return false
  if (legalForm.test(segment.text) && surenessOf(segment.words) >= 0.4) return false
  const all = segment.words.reduce((sum, { text }) => sum + text.length, 0)
  const telling = segment.words
    .map(({ text }) => text.replace(/[(){}[\]"“”‘¥]/g, ''))
    .filter((text) => /^[\p{L}\p{N}][\p{L}\p{N}.,:;'’&()/#-]{2,}$/u.test(text))
    .reduce((sum, text) => sum + text.length, 0)
  return telling <= 0.5 * all || surenessOf(segment.words) < 0.3
}
