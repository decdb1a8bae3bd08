import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Picture } from './damage.ts'
import { createPaper } from './paper.ts'

/** The file that a damaged page ends up in. */
export type Encoding =
  | { kind: 'scan_pdf'; quality: number; colour?: boolean }
  | { kind: 'jpg'; quality: number; sideways?: boolean }
  | { kind: 'png' }
  | { kind: 'webp'; quality: number }
  | { kind: 'tiff'; compression: 'ccittfax4' | 'lzw' }
  | { kind: 'bmp' }
  | { kind: 'heic'; quality: number }

const open = ({ rgb, width, height }: Picture): Sharp =>
  sharp(rgb, { raw: { width, height, channels: 3 } })

const single = (pictures: readonly Picture[]): Picture => {
  const [first, ...rest] = pictures
  if (first === undefined || rest.length > 0) throw new Error('This kind of file holds one page.')
  return first
}

/** Writes pictures in the wanted kind; null where this machine has no encoder for it. */
export async function encode(
  pictures: readonly Picture[],
  encoding: Encoding,
  o: { dpi: number; title: string; pageSize: readonly [number, number] },
): Promise<Buffer | null> {
  switch (encoding.kind) {
    case 'scan_pdf': {
      const paper = createPaper({ size: o.pageSize, title: o.title })
      for (const [index, picture] of pictures.entries()) {
        const image = encoding.colour === true ? open(picture) : open(picture).greyscale()
        if (index > 0) paper.newPage()
        paper.doc.image(await image.jpeg({ quality: encoding.quality }).toBuffer(), 0, 0, {
          width: paper.width,
          height: paper.height,
        })
      }
      return paper.close()
    }
    case 'jpg': {
      // Telephones store the sensor's rows and say in EXIF how to turn them.
      const turned = encoding.sideways === true ? open(single(pictures)).rotate(-90) : null
      return (turned ?? open(single(pictures)))
        .withMetadata({ density: o.dpi, ...(turned === null ? {} : { orientation: 6 }) })
        .jpeg({ quality: encoding.quality })
        .toBuffer()
    }
    case 'png':
      return open(single(pictures))
        .greyscale()
        .withMetadata({ density: o.dpi })
        .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 })
        .toBuffer()
    case 'webp':
      return open(single(pictures))
        .withMetadata({ density: o.dpi })
        .webp({ quality: encoding.quality })
        .toBuffer()
    case 'tiff': {
      const bilevel = encoding.compression === 'ccittfax4'
      const pages = await Promise.all(
        pictures.map((picture) => {
          const grey = open(picture).greyscale()
          return (bilevel ? grey.threshold(150) : grey).png().toBuffer()
        }),
      )
      const perMillimetre = o.dpi / 25.4
      const [only] = pages
      return (pages.length === 1 ? sharp(only) : sharp(pages, { join: { animated: true } }))
        .toColourspace('b-w')
        .tiff({
          compression: encoding.compression,
          ...(bilevel ? { bitdepth: 1 as const } : {}),
          predictor: bilevel ? 'none' : 'horizontal',
          xres: perMillimetre,
          yres: perMillimetre,
        })
        .toBuffer()
    }
    case 'bmp':
      return bitmap(single(pictures), o.dpi)
    case 'heic':
      return heic(await open(single(pictures)).png().toBuffer(), encoding.quality)
  }
}

/** A 24 bit Windows bitmap: 54 bytes of header, then rows from the bottom up, blue first. */
function bitmap({ rgb, width, height }: Picture, dpi: number): Buffer {
  const stride = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + stride * height)
  const perMetre = Math.round(dpi / 0.0254)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  file.writeUInt32LE(stride * height, 34)
  file.writeInt32LE(perMetre, 38)
  file.writeInt32LE(perMetre, 42)
  for (let y = 0; y < height; y += 1) {
    const row = 54 + (height - 1 - y) * stride
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      file[row + x * 3] = rgb[at + 2] ?? 0
      file[row + x * 3 + 1] = rgb[at + 1] ?? 0
      file[row + x * 3 + 2] = rgb[at] ?? 0
    }
  }
  return file
}

/** sharp writes no HEIC, so the encoder comes from the system: `apt install libheif-examples`. */
function heic(png: Buffer, quality: number): Buffer | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sheaf-samples-'))
  const [input, output] = [path.join(folder, 'in.png'), path.join(folder, 'out.heic')]
  try {
    fs.writeFileSync(input, png)
    execFileSync('heif-enc', ['-q', String(quality), '-o', output, input], { stdio: 'ignore' })
    return fs.readFileSync(output)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
