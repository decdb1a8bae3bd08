import type { Ledger } from '../views.ts'
import { count } from './words.ts'

/** Every file and page of a batch by how it ended: two lines for people and programs. */
export function ledgerLines(ledger: Ledger): readonly string[] {
  const { files, pages, readers, pagesKept, reasons } = ledger
  const why = (state: 'failed' | 'skipped', unit: 'files' | 'pages') =>
    reasons
      .filter((reason) => reason.state === state && reason[unit] > 0)
      .map((reason) => `${reason.code} ${reason[unit]}`)
  const how = readers.map((reader) => `${reader.reader} ${reader.pages}`)
  const kept = pagesKept > 0 ? [`kept from before ${pagesKept}`] : []
  const partly = ledger.incomplete > 0 ? [`${ledger.incomplete} with a page missing`] : []
  const uncounted =
    ledger.uncounted > 0 ? `; pages of ${count(ledger.uncounted, 'file')} not known` : ''
  return [
    `ledger files ${files.all}: ${sums(files, {
      read: partly,
      failed: why('failed', 'files'),
      skipped: why('skipped', 'files'),
    })}`,
    `ledger pages ${pages.all}: ${sums(pages, {
      read: [...how, ...kept],
      failed: why('failed', 'pages'),
      skipped: why('skipped', 'pages'),
    })}${uncounted}`,
    ...(ledger.isProven ? [] : ['ledger error the sum of pages is not that of the files']),
  ]
}

type Why = Readonly<Record<'read' | 'failed' | 'skipped', readonly string[]>>

function sums(tally: Ledger['pages'], why: Why): string {
  const part = (name: keyof Why) => {
    const reasons = why[name].length > 0 ? ` (${why[name].join(', ')})` : ''
    return `${tally[name]} ${name}${reasons}`
  }
  return `${part('read')}, ${part('failed')}, ${part('skipped')}, ${tally.open} not yet`
}
