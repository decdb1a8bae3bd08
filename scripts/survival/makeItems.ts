import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallPdf } from './smallPdf.ts'
import { writeScan } from './writeScan.ts'

/** What an item of the soak has to end as. */
export type Expected =
  | { readonly kind: 'read'; readonly word: string | null }
  | { readonly kind: 'not read' }

const locked = join(import.meta.dirname, '..', '..', 'resources', 'samples-odd', 'locked.pdf')
/** One in so many is a scan: OCR would take most of the time of a soak. */
const scanEvery = 250

/** Files that cannot be read, each in its own way. */
const breakages: readonly ((path: string, i: number) => void)[] = [
  (path) => writeFileSync(`${path}.pdf`, ''),
  (path, i) => writeFileSync(`${path}.pdf`, `%PDF-1.7\nnothing that a reader could use ${i}`),
  (path, i) => writeFileSync(`${path}.txt`, `Minutes of meeting ${i}`),
  (path, i) => writeFileSync(`${path}.png`, `\u0089PNG cut off ${i}`),
  (path, i) => {
    copyFileSync(locked, `${path}.pdf`)
    appendFileSync(`${path}.pdf`, `\n% ${i}\n`)
  },
]

/** Makes so many items in a folder, `broken` percent of them broken; gives what each must end as, in order. */
export async function makeItems(
  folder: string,
  items: number,
  broken: number,
): Promise<readonly Expected[]> {
  mkdirSync(folder, { recursive: true })
  const breakEvery = broken > 0 ? Math.round(100 / broken) : Number.POSITIVE_INFINITY
  const expected: Expected[] = []
  for (let i = 0; i < items; i++) {
    const path = join(folder, `item-${String(i).padStart(6, '0')}`)
    if (i % breakEvery === breakEvery - 1) {
      breakages[Math.floor(i / breakEvery) % breakages.length]?.(path, i)
      expected.push({ kind: 'not read' })
    } else if (i % scanEvery === 7) {
      await writeScan(`${path}.jpg`, `soak ${i}`)
      expected.push({ kind: 'read', word: null })
    } else {
      const word = `SOAK-${100_000 + i}`
      writeFileSync(`${path}.pdf`, smallPdf(invoice(word, i)))
      expected.push({ kind: 'read', word })
    }
  }
  return expected
}

function invoice(number: string, i: number): readonly string[] {
  const net = 100 + (i % 900)
  const tax = net * 0.2
  return [
    'Larch & Sons Ltd, 4 Quay Street, Bristol',
    `Invoice number: ${number}`,
    `Invoice date: ${1 + (i % 28)} March 2026`,
    `Net total: GBP ${net.toFixed(2)}`,
    `VAT 20 %: GBP ${tax.toFixed(2)}`,
    `Total: GBP ${(net + tax).toFixed(2)}`,
  ]
}
