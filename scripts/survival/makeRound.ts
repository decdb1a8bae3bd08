import { appendFileSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type LetterLook, makeLetters } from '../../bench/pages/makeLetters.ts'
import { smallPage, writeScan } from './writeScan.ts'

const samples = join(import.meta.dirname, '..', '..', 'resources', 'samples')

/**
 * A folder of about so many pages that nobody has read before: samples with a text layer, letters of several
 * pages and a few small scans. `round` makes other contents, so that no page is kept from another round.
 */
export async function makeRound(folder: string, pages: number, round: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const scans = Math.max(1, Math.floor(pages / 25))
  const long = Math.floor(pages / 6)
  for (let i = 1; i <= scans; i++) await writeScan(join(folder, `scan-${i}.jpg`), `${round}-${i}`)
  for (let i = 1; i <= 2; i++) {
    const look: LetterLook = { ...smallPage, pages: long }
    const { pdf } = await makeLetters(`letters ${round}-${i}`, look)
    writeFileSync(join(folder, `letters-${i}.pdf`), pdf)
  }
  const sources = readdirSync(samples).filter(
    (name) => extname(name) === '.pdf' && !/scan|pages/.test(name),
  )
  for (let i = 0; i < pages - scans - 2 * long; i++) {
    const source = sources[i % sources.length] as string
    const path = join(folder, `${String(i + 1).padStart(3, '0')}-${source}`)
    copyFileSync(join(samples, source), path)
    appendFileSync(path, `\n% round ${round}, file ${i}\n`)
  }
}
