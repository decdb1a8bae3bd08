import type { Ledger } from '../electron/views.ts'
import { counted } from './words.ts'

/** Why something was not read, short enough for a line of sums. */
const codeWords: Readonly<Record<string, string>> = {
  file_not_found: 'not there any more',
  access_denied: 'not allowed',
  file_changed: 'changed',
  file_empty: 'empty',
  unsupported_type: 'neither PDF nor image',
  file_damaged: 'damaged',
  file_encrypted: 'locked',
  password_wrong: 'locked',
  page_too_large: 'too large',
  too_many_pages: 'too many pages',
  page_timeout: 'took too long',
  page_unreadable: 'unreadable',
  out_of_memory: 'out of memory',
  gave_up: 'stopped the program',
  cancelled: 'cancelled',
  removed: 'removed from the batch',
  internal: 'unexpected trouble',
}

export function codePhrase(code: string): string {
  return codeWords[code] ?? code.replaceAll('_', ' ')
}

/** “1,204 pages: 1,198 read, 4 failed, 2 skipped”: what is none is left out, and so is everything before a page is known. */
export function ledgerSentence({ pages, files }: Ledger): string {
  const [tally, of] =
    pages.all > 0
      ? ([pages, counted(pages.all, 'page')] as const)
      : ([files, counted(files.all, 'file')] as const)
  const parts = [
    `${tally.read.toLocaleString('en')} read`,
    ...(tally.failed > 0 ? [`${tally.failed.toLocaleString('en')} failed`] : []),
    ...(tally.skipped > 0 ? [`${tally.skipped.toLocaleString('en')} skipped`] : []),
    ...(tally.open > 0 ? [`${tally.open.toLocaleString('en')} not yet`] : []),
  ]
  return `${of}: ${parts.join(', ')}`
}

type Reason = Ledger['reasons'][number]

/** “3 pages took too long”, “2 files damaged”: a reason with how much it concerns. */
export function reasonPhrase({ code, pages, uncounted }: Reason): string {
  const amount = [
    ...(pages > 0 ? [counted(pages, 'page')] : []),
    ...(uncounted > 0 ? [counted(uncounted, 'file')] : []),
  ]
  return `${amount.join(' and ')} ${codePhrase(code)}`
}
