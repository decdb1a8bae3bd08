import createLibheif, { type Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.js'
import { type PageName, refuseHugePicture } from './pictureLimits.ts'
import type { Pixels } from './standUpright.ts'

/** Memory of libheif and the copy that leaves it, for each pixel, measured. */
const decodingBytes = 10
/** The decoder's memory grows and never shrinks: after a picture with more pixels it is let go. */
const keptPixels = 25_000_000

let kept: Libheif | null = null

/** Number of top-level images in a HEIC/HEIF file; 0 when it cannot be read. */
export function countHeicImages(bytes: Uint8Array): Promise<number> {
  return withImages(bytes, (_, ids) => Promise.resolve(ids.length))
}

/** The image that is a page; null when there is none or it is damaged. Throws page_too_large. */
export function decodeHeic(name: PageName, bytes: Uint8Array): Promise<Pixels | null> {
  return withImages(bytes, async ({ libheif, context }, ids) => {
    const id = ids[name.page - 1]
    if (id === undefined) return null
    const handle = libheif.heif_js_context_get_image_handle(context, id)
    if (!handle || handle.code !== undefined) return null
    try {
      const width = libheif.heif_image_handle_get_width(handle)
      const height = libheif.heif_image_handle_get_height(handle)
      refuseHugePicture(name, width * height, decodingBytes)
      if (width * height > keptPixels) kept = null
      const channels = libheif.heif_image_handle_has_alpha_channel(handle) ? 4 : 3
      const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } =
        libheif.heif_chroma
      const decoded = await libheif.heif_js_decode_image2(
        handle,
        libheif.heif_colorspace.heif_colorspace_RGB,
        channels === 4 ? rgba : rgb,
      )
      const plane = decoded.channels?.find(
        ({ id }) => id === libheif.heif_channel.heif_channel_interleaved,
      )
      if (!plane) return null
      const pixels = rowsOf(plane, width * channels, height)
      libheif.heif_image_release(decoded.image)
      return { pixels, width, height, channels }
    } finally {
      libheif.heif_image_handle_release(handle)
    }
  })
}

async function withImages<T>(
  bytes: Uint8Array,
  use: (
    opened: {
      libheif: Libheif
      context: ReturnType<Libheif['heif_context_alloc']>
    },
    ids: readonly number[],
  ) => Promise<T>,
): Promise<T> {
  kept ??= createLibheif()
  const libheif = kept
  const context = libheif.heif_context_alloc()
  try {
    const { code } = libheif.heif_context_read_from_memory(context, bytes)
    const isRead = code === libheif.heif_error_code.heif_error_Ok
    const ids = isRead ? libheif.heif_js_context_get_list_of_top_level_image_IDs(context) : []
    return await use({ libheif, context }, Array.isArray(ids) ? ids : [])
  } finally {
    libheif.heif_context_free(context)
  }
}

/** Rows without the room that the decoder leaves behind each. */
function rowsOf(
  { data, stride }: { data: Uint8Array; stride: number },
  rowBytes: number,
  height: number,
): Buffer {
  if (stride === rowBytes) return Buffer.from(data.subarray(0, rowBytes * height))
  const rows = Buffer.allocUnsafe(rowBytes * height)
  for (let y = 0; y < height; y++)
    rows.set(data.subarray(y * stride, y * stride + rowBytes), y * rowBytes)
  return rows
}
