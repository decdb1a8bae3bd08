import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rasterise } from '../../scripts/samples/raster.ts'
import { makeLetters } from './makeLetters.ts'
import { poorScan, scanPage } from './scanPage.ts'

const different = { scans: 20, texts: 10 } as const

/**
 * Paths of one-page files, as many as asked for and the same ones over and over: two small scans of some
 * 80 words, then a page with a text layer.
 */
export async function madeMixture(folder: string, pages: number): Promise<readonly string[]> {
  const scans: string[] = []
  const texts: string[] = []
  for (let i = 0; i < Math.min(different.scans, pages); i++) {
    const look = { pages: 1, size: [420, 595], font: 'Sans', textSize: 10, fill: 0.4 } as const
    const { pdf } = await makeLetters(`half a page ${i}`, look)
    const [page] = await rasterise(pdf, poorScan.dpi)
    if (!page) continue
    const path = join(folder, `scan-${i}.jpg`)
    writeFileSync(path, await scanPage(page, poorScan, path))
    scans.push(path)
  }
  for (let i = 0; i < Math.min(different.texts, pages); i++) {
    const look = { pages: 1, size: [595, 842], font: 'Sans', textSize: 9.5, fill: 0.95 } as const
    const path = join(folder, `text-${i}.pdf`)
    writeFileSync(path, (await makeLetters(`a page of text ${i}`, look)).pdf)
    texts.push(path)
  }
  return Array.from({ length: pages }, (_, i) => {
    const round = Math.floor(i / 3)
    const place = i % 3
    if (place === 2) return texts[round % texts.length] as string
    return scans[(2 * round + place) % scans.length] as string
  })
}
