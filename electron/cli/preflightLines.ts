import type { PreflightReport } from '../preflightView.ts'
import { count } from './words.ts'

/** What starting a batch would mean: one fact a line, each beginning with its name. */
export function preflightLines(report: PreflightReport): readonly string[] {
  const { willRead, willNot, duplicates, refusals } = report
  return [
    `files ${report.files}, to read ${willRead.files}`,
    `pages ${willRead.pages}, to read ${willRead.pagesToRead}, kept from before ${willRead.pagesKept}`,
    kindsLine(report),
    ...willNot.map(({ code, files, sentence }) => `not read ${code} ${files} ${sentence}`),
    ...willNot.flatMap(({ code, named }) => named.map(({ path }) => `problem ${code} ${path}`)),
    ...duplicates.pairs.map(({ kind, path, sentence }) => `duplicate ${kind} ${path} ${sentence}`),
    `room ${report.space.sentence}`,
    `time ${report.estimate.sentence}`,
    ...refusals.map(({ code, message }) => `refused ${code} ${message}`),
    refusals.length > 0 ? 'It would be refused.' : 'It can start.',
  ]
}

function kindsLine({ willRead }: PreflightReport): string {
  const { textPages, picturePages, unknownPages } = willRead
  return `reading ${textPages} with a text layer, ${picturePages} as pictures, ${unknownPages} not known`
}

/** The same in a line, before a batch begins. */
export function aheadLine({ willRead, willNot, duplicates, estimate }: PreflightReport): string {
  const filesOf = (isDuplicate: boolean) =>
    willNot
      .filter(({ code }) => (code === 'duplicate') === isDuplicate)
      .reduce((sum, { files }) => sum + files, 0)
  const [unreadable, leftOut] = [filesOf(false), filesOf(true)]
  const facts = [
    `${count(willRead.files, 'file')} with ${count(willRead.pages, 'page')}`,
    ...(unreadable > 0 ? [`${unreadable} that cannot be read`] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'duplicate')} left out`] : []),
    ...(duplicates.here > 0 ? [count(duplicates.here, 'duplicate')] : []),
  ]
  return `${facts.join(', ')}. ${estimate.sentence}`
}
