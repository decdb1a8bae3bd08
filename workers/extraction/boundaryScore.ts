import type { PageMarks } from './pageMarks.ts'

/** A page belongs to the one before it unless something speaks against that. */
const prior = -1.6

/**
 * How much speaks for a new document at a page, beside what speaks for the old one going on; above 0 it is new.
 * `document`: the written pages of the current document so far, at least one.
 */
export function boundaryScore(
  document: readonly PageMarks[],
  page: PageMarks,
  afterBlank: boolean,
): number {
  const [first] = document
  const last = document.at(-1)
  if (!first || !last) return 0
  return (
    prior +
    (afterBlank ? 4 : 0) +
    ofNumbers(document, page) +
    ofPaper(last, page) +
    ofEdges(last, page) +
    ofLetterhead(first, last, page) +
    ofIdentifiers(document, page) +
    ofWords(document, page) +
    2 * Math.max(0, page.title - 0.5 * last.title) +
    (last.isSigned ? 1 : 0) -
    (page.goesOn ? 2 : 0) -
    (last.breaksOff ? 1 : 0)
  )
}

/** “Page 1” begins, the number after the last goes on, and what was counted to its end is over. */
function ofNumbers(document: readonly PageMarks[], { number, page }: PageMarks): number {
  const place = document.findLastIndex((marks) => marks.number !== null)
  const before = document[place]
  const known = before?.number ?? null
  // Blank backs may be counted or not.
  const steps = [document.length - place, page.number - (before?.page.number ?? 0)]
  const isNext = steps.some((step) => known !== null && number?.number === known.number + step)
  const isOver = known?.of && steps.every((step) => known.number + step > (known.of ?? 0))
  if (number && !number.isBare) {
    // After another number it is a new count, whatever else the two papers share.
    if (number.number === 1) return known ? 8 : 5
    if (!known) return -3
    if (isNext) return number.of === known.of ? -5 : -2
    return known.of !== number.of ? 1.5 : -1
  }
  if (number?.isBare && known) {
    if (isNext) return -2.5
    if (number.number === 1 && known.isBare) return 1.5
  }
  if (known?.of) return isOver ? 2.2 : -2.5
  return 0
}

/** Another size of paper, a scan among prints, another language. */
function ofPaper(last: PageMarks, page: PageMarks): number {
  const [before, now] = [last.page, page.page]
  const apart = (i: 0 | 1) => Math.abs(before.size[i] - now.size[i]) / before.size[i]
  const size = Math.max(apart(0), apart(1))
  const isScan = ({ reader }: typeof now) => reader === 'ocr'
  const speaks = ({ language, words }: typeof now) => (words.length >= 40 ? language : null)
  const [one, other] = [speaks(before), speaks(now)]
  return (
    (size > 0.03 ? 2 : size > 0.015 ? 0.7 : -0.2) +
    (isScan(before) !== isScan(now) ? 1.2 : 0) +
    (one && other && one !== other ? 1.8 : 0)
  )
}

/** The same line at head or foot belongs together; the same words with another number do not. */
function ofEdges(last: PageMarks, page: PageMarks): number {
  let same = 0
  let numbered = 0
  let differing = 0
  for (const part of page.edges) {
    const other = last.edges.find(({ letters }) => letters === part.letters)
    if (!other) continue
    same++
    const [one, two] = [part.identifiers, other.identifiers]
    if (one.some((id) => two.includes(id))) numbered++
    else if (one.length > 0 && two.length > 0) differing++
  }
  if (differing > numbered) return 2.4
  return -Math.min(2.4, 0.4 * (same + numbered))
}

/** The head of a first page comes again after pages that had none: the next of a kind begins. */
function ofLetterhead(first: PageMarks, last: PageMarks, page: PageMarks): number {
  if (first === last) return 0
  const like = (other: PageMarks) =>
    page.edges
      .slice(0, 5)
      .filter(({ letters }) => other.edges.some((edge) => edge.letters === letters)).length
  return like(first) - like(last) >= 2 ? 2 : 0
}

/** A number of the document that comes again. */
function ofIdentifiers(document: readonly PageMarks[], { identifiers }: PageMarks): number {
  const known = document.some((marks) => [...identifiers].some((id) => marks.identifiers.has(id)))
  return known ? -2 : 0
}

/** Pages of one document share their words. */
function ofWords(document: readonly PageMarks[], { words }: PageMarks): number {
  if (words.size < 12) return 0
  const shared = [...words].filter((word) => document.some((marks) => marks.words.has(word))).length
  const share = shared / words.size
  return share < 0.12 ? 1.4 : share < 0.2 ? 0.6 : share > 0.4 ? -0.8 : 0
}
