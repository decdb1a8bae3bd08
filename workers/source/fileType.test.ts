import { expect, it } from 'vitest'
import { fileType } from './fileType.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it('knows every type by its first bytes', () => {
  expect(fileType(bytes('%PDF-1.7\n'))).toBe('pdf')
  expect(fileType(bytes('\xff\xd8\xff\xe0'))).toBe('jpeg')
  expect(fileType(bytes('\x89PNG\r\n\x1a\n'))).toBe('png')
  expect(fileType(bytes('RIFF\x00\x00\x00\x00WEBPVP8 '))).toBe('webp')
  expect(fileType(bytes('II*\x00'))).toBe('tiff')
  expect(fileType(bytes('MM\x00*'))).toBe('tiff')
  expect(fileType(bytes('GIF89a'))).toBe('gif')
  expect(fileType(bytes('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'))).toBe('heic')
  expect(fileType(bytes('\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif'))).toBe('avif')
  expect(fileType(bytes(`BM${'\x00'.repeat(12)}\x28\x00\x00\x00${'\x00'.repeat(12)}`))).toBe('bmp')
})

it('finds a PDF behind the junk that mail programs put before it', () => {
  expect(fileType(bytes(`MIME header\r\n\r\n%PDF-1.4`))).toBe('pdf')
})

it('takes neither text nor film for a document', () => {
  for (const text of [
    '',
    'BMW is a car and this is no bitmap at all',
    'Dear Sir',
    '\x00\x00\x00\x18ftypmp42',
  ])
    expect(fileType(bytes(text)), text).toBeNull()
})
