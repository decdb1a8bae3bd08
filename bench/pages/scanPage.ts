import type { Canvas } from '@napi-rs/canvas'
import { type Damage, damage } from '../../scripts/samples/damage.ts'
import { encode } from '../../scripts/samples/encode.ts'

/** How a page is scanned. */
export type Scanning = Damage & { readonly quality: number }

export const goodScan: Scanning = {
  ...{ dpi: 300, angle: 0.3, paper: '#fafaf7', noise: 3, blur: 0.5, specks: 8 },
  quality: 80,
}
export const poorScan: Scanning = {
  ...{ dpi: 200, angle: -0.7, paper: '#f1efe8', noise: 7, blur: 0.6, specks: 25 },
  quality: 50,
}

/** A clean page, drawn at the resolution of the scan, as the JPEG that a scanner makes of it. */
export async function scanPage(page: Canvas, how: Scanning, seed: string): Promise<Buffer> {
  const picture = await damage(page, how, seed)
  const size: [number, number] = [(page.width * 72) / how.dpi, (page.height * 72) / how.dpi]
  const about = { dpi: how.dpi, title: seed, pageSize: size }
  const bytes = await encode([picture], { kind: 'jpg', quality: how.quality }, about)
  if (bytes === null) throw new Error('sharp wrote no JPEG.')
  return bytes
}
