import libheif from 'libheif-js/wasm-bundle.js'

/** One image of a HEIC file, decoded to RGBA; its rotation and mirroring are already applied. */
export interface HeicImage {
  readonly pixels: Buffer
  readonly width: number
  readonly height: number
}

/** Number of top-level images in a HEIC/HEIF file; 0 when it cannot be read. */
export function countHeicImages(bytes: Uint8Array): number {
  const images = new libheif.HeifDecoder().decode(bytes)
  const count = images.length
  for (const image of images) image.free()
  return count
}

/** The image at a place counted from 0; null when there is none or it is damaged. */
export async function decodeHeic(bytes: Uint8Array, index: number): Promise<HeicImage | null> {
  const images = new libheif.HeifDecoder().decode(bytes)
  try {
    const image = images[index]
    if (!image) return null
    const [width, height] = [image.get_width(), image.get_height()]
    const pixels = await new Promise<Uint8ClampedArray | null>((resolve) =>
      image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) =>
        resolve(shown?.data ?? null),
      ),
    )
    return pixels && { pixels: Buffer.from(pixels.buffer), width, height }
  } finally {
    for (const image of images) image.free()
  }
}
