import { type ErrorCode, type ErrorDetails, sentenceOf } from '../../workers/errors.ts'
import type { Estimate } from './estimateTime.ts'
import { sizeWords } from './sizeWords.ts'
import type { Space } from './spaceNeeded.ts'

/** The sentences of the report before a start. */

const groups: Partial<Record<ErrorCode, readonly [one: string, many: string]>> = {
  file_encrypted: [
    'is locked with a password. Enter it now or after the start.',
    'are locked with a password. Enter it now or after the start.',
  ],
  password_wrong: [
    'is locked, and no password given so far opens it.',
    'are locked, and no password given so far opens them.',
  ],
  file_damaged: [
    'is damaged and cannot be opened. Scan or save it again.',
    'are damaged and cannot be opened. Scan or save them again.',
  ],
  file_empty: ['is empty (0 bytes).', 'are empty (0 bytes).'],
  unsupported_type: [
    'is no PDF and no image that Sheaf reads.',
    'are no PDFs and no images that Sheaf reads.',
  ],
  access_denied: ['may not be read by this user.', 'may not be read by this user.'],
  file_not_found: ['is no longer there.', 'are no longer there.'],
  duplicate: [
    'is the same as another one and is left out.',
    'are the same as others and are left out.',
  ],
}

/** Why files will not be read, as one sentence; a rare reason speaks for its first file. */
export function problemWords(code: ErrorCode, files: number, details: ErrorDetails): string {
  const [one, many] = groups[code] ?? []
  if (one && many)
    return files === 1 ? `1 file ${one}` : `${files.toLocaleString('en')} files ${many}`
  const sentence = sentenceOf(code, details)
  return files === 1 ? sentence : `${files.toLocaleString('en')} files, the first: ${sentence}`
}

/** How long it will take, and how that is known; while files are looked into, of those that were. */
export function estimateWords(
  estimate: Estimate,
  { files, pagesToRead, isWhole }: { files: number; pagesToRead: number; isWhole: boolean },
): string {
  if (pagesToRead === 0 && !isWhole) return 'How long it takes is not known yet.'
  if (files === 0) return 'There is nothing to read.'
  if (pagesToRead === 0) return 'A few seconds: no page has to be read any more.'
  const time = spanWords(estimate.lowSeconds, estimate.highSeconds)
  const span = isWhole ? time : `${time} for what is known so far`
  if (estimate.isGuess)
    return `Perhaps ${span}. That is a guess: too little was read on this computer to know its speed.`
  const pages = estimate.measuredPages.toLocaleString('en')
  return `About ${span}, going by ${pages} pages that this computer has read.`
}

const units = [
  { name: 'second', seconds: 1, step: 10, below: 55 },
  { name: 'minute', seconds: 60, step: 1, below: 55 * 60 },
  { name: 'hour', seconds: 3600, step: 0.5, below: Number.POSITIVE_INFINITY },
] as const

/** A stretch of time as people say it: `20 to 40 seconds`, `50 seconds to 3 minutes`. */
export function spanWords(low: number, high: number): string {
  if (high < 10) return 'a few seconds'
  const [from, to] = [rounded(low), rounded(high)]
  if (from.words === to.words) return to.words
  return `${from.unit === to.unit ? from.count : from.words} to ${to.words}`
}

function rounded(time: number) {
  const unit = units.find(({ below }) => time < below) ?? units[2]
  const { seconds, step, name } = unit
  const count = Math.max(step, Math.round(time / seconds / step) * step)
  return { unit, count, words: `${count} ${name}${count === 1 ? '' : 's'}` }
}

/** What it takes of the disk, and what is free there. */
export function spaceWords(
  { neededBytes, freeBytes, isMeasured }: Space,
  isWhole: boolean,
): string {
  if (neededBytes === 0) return isWhole ? 'No more room on the disk is needed.' : ''
  const free = freeBytes === null ? '' : `; ${sizeWords(freeBytes)} is free`
  const how = isMeasured ? '' : ', as pages usually are'
  return `About ${sizeWords(neededBytes)} on the disk${how}${free}.`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** A file that another batch has read, and what of it is used. */
export function knownWords(file: {
  readonly filename: string
  readonly otherFilename: string
  readonly batchName: string
  readonly readAt: string
  readonly pageCount: number
  readonly kept: number
}): string {
  const as = file.filename === file.otherFilename ? '' : ` as “${file.otherFilename}”`
  const read = `Read before${as} in “${file.batchName}” on ${day.format(new Date(file.readAt))}`
  if (file.kept >= file.pageCount) return `${read}; its pages are taken from there.`
  if (file.kept > 0) return `${read}; ${file.kept} of ${file.pageCount} pages are taken from there.`
  return `${read}, with other settings; it is read anew.`
}

/** A file with the same content as an earlier one of its batch. */
export function repeatedWords(otherFilename: string, isLeftOut: boolean): string {
  const end = isLeftOut ? 'it is left out' : 'its pages are read once, and both are listed'
  return `The same as “${otherFilename}”, byte for byte; ${end}.`
}
