import { type Canvas, createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import type { Bbox } from './paper.ts'
import { createRandom } from './random.ts'

/** What a scanner or a telephone does to a page. */
export type Damage = {
  readonly dpi: number
  /** Degrees, clockwise. */
  readonly angle: number
  /** Colour of the paper. */
  readonly paper: string
  readonly noise: number
  readonly blur: number
  /** Dust: dark specks a page. */
  readonly specks?: number
  /** 0 to 1: how much darker the far corner is. */
  readonly shade?: number
  /** 0 to 1: how pale a tired thermal head prints in places. */
  readonly fade?: number
  /** A photograph: the paper lies on a desk of this colour, with this margin in points. */
  readonly desk?: { readonly colour: string; readonly margin: number }
}
export type Picture = {
  readonly rgb: Buffer
  readonly width: number
  readonly height: number
  /** Where a box of the clean page (in points) lies in the picture (in pixels). */
  readonly place: (box: Bbox) => Bbox
}

/** Turns a clean page into a scan or a photograph; the same seed gives the same picture. */
export async function damage(page: Canvas, how: Damage, seed: string): Promise<Picture> {
  const random = createRandom(seed)
  const scale = how.dpi / 72
  const margin = Math.round((how.desk?.margin ?? 0) * scale)
  const width = page.width + 2 * margin
  const height = page.height + 2 * margin
  const angle = (how.angle * Math.PI) / 180
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = how.desk?.colour ?? how.paper
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate(angle)
  context.translate(-page.width / 2, -page.height / 2)
  if (how.desk !== undefined) {
    context.shadowColor = 'rgba(0,0,0,0.55)'
    context.shadowBlur = 9 * scale
    context.shadowOffsetX = 2 * scale
    context.shadowOffsetY = 3 * scale
  }
  context.drawImage(page, 0, 0)
  context.shadowColor = 'transparent'
  context.globalCompositeOperation = 'multiply'
  context.fillStyle = how.paper
  context.fillRect(0, 0, page.width, page.height)
  context.globalCompositeOperation = 'source-over'
  context.fillStyle = 'rgba(30,30,30,0.75)'
  for (let speck = 0; speck < (how.specks ?? 0); speck += 1) {
    const radius = (0.15 + random() * 0.4) * scale
    context.beginPath()
    context.arc(random() * page.width, random() * page.height, radius, 0, 7)
    context.fill()
  }

  const flat = sharp(await canvas.encode('png')).removeAlpha()
  const soft = await (how.blur > 0 ? flat.blur(how.blur) : flat).raw().toBuffer()
  const rgb = light(soft, width, height, how, random)

  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const move = (x: number, y: number): readonly [number, number] => {
    const [dx, dy] = [x * scale - page.width / 2, y * scale - page.height / 2]
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos]
  }
  const place = ([x0, y0, x1, y1]: Bbox): Bbox => {
    const corners = [move(x0, y0), move(x1, y0), move(x0, y1), move(x1, y1)]
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
  return { rgb, width, height, place }
}

/** Uneven light, pale print and grain, pixel by pixel. */
function light(
  source: Buffer,
  width: number,
  height: number,
  how: Damage,
  random: () => number,
): Buffer {
  const rgb = Buffer.allocUnsafe(source.length)
  const shade = how.shade ?? 0
  const fade = how.fade ?? 0
  const streak = Float32Array.from({ length: width }, (_, x) => 0.5 + 0.5 * Math.sin(x / 23 + 1.3))
  const corner = Math.hypot(width, height)
  for (let y = 0; y < height; y += 1) {
    const band = 0.5 + 0.5 * Math.sin(y / (height / 9) + 0.7)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      const bright = 1 - shade * (Math.hypot(x - width * 0.3, y - height * 0.2) / corner) ** 1.3
      const pale = fade * band * (0.6 + 0.4 * (streak[x] ?? 0))
      const grain = (random() + random() + random() - 1.5) * 2 * how.noise
      for (let channel = 0; channel < 3; channel += 1) {
        const value = source[at + channel] ?? 0
        const lifted = value + Math.max(0, 225 - value) * pale
        rgb[at + channel] = Math.max(0, Math.min(255, Math.round(lifted * bright + grain)))
      }
    }
  }
  return rgb
}
