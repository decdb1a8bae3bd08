import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { ResultField } from '../export/record.ts'

/** Around a value, in points: a box ends where its ink does. */
const margin = 3

type Place = Pick<NonNullable<ResultField['provenance']>, 'bbox' | 'page_size'>

/** Cuts a value out of the picture of its page and writes it as PNG. A box that is nowhere on the page gives none. */
export async function cropPicture(
  picture: string,
  { bbox, page_size }: Place,
  file: string,
): Promise<void> {
  const image = sharp(picture)
  const { width, height } = await image.metadata()
  const [x, y] = [width / page_size[0], height / page_size[1]]
  const left = Math.max(0, Math.floor((bbox[0] - margin) * x))
  const top = Math.max(0, Math.floor((bbox[1] - margin) * y))
  const right = Math.min(width, Math.ceil((bbox[2] + margin) * x))
  const bottom = Math.min(height, Math.ceil((bbox[3] + margin) * y))
  if (right <= left || bottom <= top) return
  const png = await image
    .extract({ left, top, width: right - left, height: bottom - top })
    .png({ palette: true })
    .toBuffer()
  // Not by sharp itself, which does not say that a disk is full.
  await writeFile(file, png)
}
