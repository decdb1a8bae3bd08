import { writeFileSync } from 'node:fs'
import { makeLetters } from '../../bench/pages/makeLetters.ts'
import { goodScan, scanPage } from '../../bench/pages/scanPage.ts'
import { rasterise } from '../samples/raster.ts'

/** A page small enough that OCR takes it in a moment. */
export const smallPage = { size: [280, 200], font: 'Sans', textSize: 9, fill: 0.9 } as const

/** Writes a small scan of a letter; another seed, another letter. */
export async function writeScan(path: string, seed: string): Promise<void> {
  const { pdf } = await makeLetters(`scan ${seed}`, { ...smallPage, pages: 1 })
  const how = { ...goodScan, dpi: 150 }
  const [page] = await rasterise(pdf, how.dpi)
  if (page) writeFileSync(path, await scanPage(page, how, seed))
}
