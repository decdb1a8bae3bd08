import { access, constants, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { AppError } from '../errors.ts'
import type { FileType } from '../model.ts'
import { accessError } from './accessError.ts'
import { bitmapHeader, decodeWithCanvas } from './bitmap.ts'
import { refuseRemnant, restOfJpeg, restOfPicture } from './damagedPicture.ts'
import { decodePicture } from './decodePicture.ts'
import { countHeicImages, decodeHeic } from './heic.ts'
import type { PageName } from './pictureLimits.ts'
import type { Raster } from './raster.ts'
import { orientationOf } from './standUpright.ts'
import { countTiffPages, renderTiffPage } from './tiffPage.ts'

/** Pages of an image file: frames of a TIFF, images of a HEIC or AVIF, else one. Reads headers alone where it can. */
export async function countImagePages(path: string, type: FileType): Promise<number> {
  const count = await decoding(path, async () => {
    if (type === 'tiff') return countTiffPages(path)
    if (type === 'heic') return countHeicImages(await contentOf(path))
    if (type === 'bmp') return bitmapHeader(await contentOf(path)) ? 1 : 0
    const { pages = 1 } = await headerOf(path)
    return type === 'avif' ? pages : 1
  })
  if (count === 0) throw new AppError('file_damaged', { file: basename(path) })
  return count
}

/**
 * One page of an image file as upright pixels (EXIF, TIFF and HEIC turns applied), transparency on white,
 * grey or RGB. `page` counts from 1. A damaged picture is given as far as it can be decoded.
 * Throws file_damaged, page_too_large, page_timeout, unsupported_type, file_not_found, access_denied.
 */
export function renderImagePage(path: string, type: FileType, page: number): Promise<Raster> {
  const name = { file: basename(path), page }
  return decoding(path, () => {
    if (type === 'tiff') return renderTiffPage(path, page)
    if (type === 'heic') return renderHeic(path, name)
    if (type === 'bmp') return renderBitmap(path, name)
    if (type === 'avif') return renderAvif(path, name)
    return renderPicture(path, type, name)
  })
}

/** A BMP of 100 million pixels has 400 million bytes. */
const mostBytes = 450_000_000

const plain = { place: 0, orientation: 1, dpi: null, damage: 'refused' } as const

async function renderPicture(path: string, type: FileType, name: PageName): Promise<Raster> {
  const { width, height, density, orientation } = await headerOf(path)
  const source = {
    ...{ ...plain, name, input: path, orientation: orientationOf(orientation) },
    dpi: density ? ([density, density] as const) : null,
  }
  try {
    return await decodePicture(source)
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    if (type === 'jpeg') return restOfJpeg(source)
    return restOfPicture(path, { width, height }, source)
  }
}

/** The decoder turns by the file's own transforms; an orientation in its EXIF is not to be added. */
function renderAvif(path: string, name: PageName): Promise<Raster> {
  return decodePicture({ ...plain, name, input: path, place: name.page - 1 })
}

async function renderHeic(path: string, name: PageName): Promise<Raster> {
  const input = await decodeHeic(name, await contentOf(path, name.page))
  if (!input) throw new AppError('file_damaged', { file: name.file })
  return decodePicture({ ...plain, name, input })
}

async function renderBitmap(path: string, name: PageName): Promise<Raster> {
  const bytes = await contentOf(path)
  const header = bitmapHeader(bytes)
  if (!header) throw new AppError('file_damaged', { file: name.file })
  const share = header.length ? bytes.length / header.length : 1
  refuseRemnant(name, share)
  // Its decoder of run lengths believes the length that the header says; some programs leave it 0.
  bytes.writeUInt32LE(bytes.length, 2)
  const input = await decodeWithCanvas(name, bytes, header)
  const dpi = header.dpi ? ([header.dpi, header.dpi] as const) : null
  const raster = await decodePicture({ ...plain, name, input, dpi })
  return share < 1 ? { ...raster, isIncomplete: true } : raster
}

function headerOf(path: string): Promise<Metadata> {
  return sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata()
}

/** The content of a file whose decoder wants all of it at once. */
async function contentOf(path: string, page = 1): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > mostBytes) throw new AppError('page_too_large', { file: basename(path), page })
  return readFile(path)
}

/** Whatever a decoder throws means that the file is damaged, if it is there at all. */
async function decoding<T>(path: string, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    await access(path, constants.R_OK).catch((denied) => Promise.reject(accessError(denied, path)))
    throw new AppError('file_damaged', { file: basename(path) }, thrown)
  }
}
