import type { LineText } from '../layout/lineText.ts'
import { fold } from './parse/fold.ts'

/** What stands at the foot of a page, or at the head of the next, beside the sum so far. */
const labels = new Set(
  [
    ...['carried forward', 'brought forward', 'carry forward', 'carried over', 'c/f', 'b/f'],
    ...['balance brought forward', 'balance carried forward', 'total carried forward'],
    ...['Übertrag', 'Vortrag', 'Übertrag von Seite', 'Übertrag auf Seite', 'Zwischenübertrag'],
    ...['Seitenübertrag', 'Saldovortrag', 'Übertrag von vorheriger Seite'],
    ...[
      'à reporter',
      'report',
      'report page précédente',
      'sous-total à reporter',
      'total à reporter',
    ],
    ...['suma y sigue', 'suma anterior', 'suma y sigue de la página anterior', 'arrastre'],
    ...['riporto', 'a riportare', 'da riportare', 'riporto da pagina precedente'],
    ...['transport', 'te transporteren', 'transporteren', 'overdracht', 'transport vorige pagina'],
  ].map(fold),
)
/** More words than a label of them has, at most: a page’s number, a currency. */
const mostMore = 2

/** Whether a line only carries a sum from one page to the next: it is no item, and ends no table. */
export function isCarryForward(line: LineText): boolean {
  if ((line.text.match(/\d[\d.,'’ ]*[.,]\d{2}(?!\d)/g)?.length ?? 0) > 1) return false
  const words = line.text.split(/[\s:]+/).filter((word) => /\p{L}/u.test(word))
  for (let count = Math.min(words.length, 6); count > 0; count--)
    if (words.length - count <= mostMore && labels.has(fold(words.slice(0, count).join(''))))
      return true
  return false
}
