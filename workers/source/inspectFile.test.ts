import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { failureOf } from '../errors.ts'
import { inspectFile } from './inspectFile.ts'
import { writeTiff } from './writeTiff.ts'

const resource = (name: string) => join(import.meta.dirname, '../../resources', name)

const inspect = (path: string, ...passwords: string[]) => inspectFile({ path, passwords })

async function codeOf(path: string, ...passwords: string[]): Promise<string> {
  return inspect(path, ...passwords).then(
    () => 'opened',
    (thrown) => failureOf(thrown).code,
  )
}

it('counts the pages of every format', async () => {
  const pagesOf = async (name: string) => {
    const { type, pageCount } = await inspect(resource(`samples/${name}`))
    return `${type} ${pageCount}`
  }
  expect(await pagesOf('invoice-de-elektro-funkenfeder-two-pages.pdf')).toBe('pdf 2')
  expect(await pagesOf('invoice-nl-schroefhuis-three-pages.tiff')).toBe('tiff 3')
  expect(await pagesOf('receipt-fr-brasserie-du-heron.heic')).toBe('heic 1')
  expect(await pagesOf('receipt-nl-parkeren-stadsgracht.bmp')).toBe('bmp 1')
  expect(await pagesOf('receipt-en-us-bluebird-diner.webp')).toBe('webp 1')
  expect(await pagesOf('receipt-en-uk-copper-kettle.png')).toBe('png 1')
})

it.skipIf(process.platform !== 'linux')(
  'says of a file whose name is no text that the name is the trouble',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe])]), 'x')
    const [name = ''] = readdirSync(folder)
    await expect(inspect(join(folder, name))).rejects.toMatchObject({
      ...{ code: 'file_not_found', message: expect.stringContaining('Rename it') },
    })
    await expect(inspect(join(folder, 'gone.pdf'))).rejects.toThrow('no longer there')
  },
)

it('goes by content and not by name', async () => {
  expect(await inspect(resource('samples-odd/receipt-that-is-a-jpeg.pdf'))).toMatchObject({
    type: 'jpeg',
  })
})

it('says with a code why a file cannot be read', async () => {
  expect(await codeOf(resource('samples-odd/locked.pdf'))).toBe('file_encrypted')
  expect(await codeOf(resource('samples-odd/truncated.pdf'))).toBe('file_damaged')
  expect(await codeOf(resource('samples-odd/empty.pdf'))).toBe('file_empty')
  expect(await codeOf(resource('samples-odd/notes.txt'))).toBe('unsupported_type')
  expect(await codeOf(resource('samples-odd/is-not-there.pdf'))).toBe('file_not_found')
})

it('gives the same hash for the same content and another for one byte more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-inspect-'))
  const write = (name: string, tail: string) => {
    const path = join(folder, name)
    writeFileSync(
      path,
      `GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;${tail}`,
      'latin1',
    )
    return path
  }
  const [a, b, c] = [write('a.gif', ''), write('b.gif', ''), write('c.gif', 'x')]
  const hashes = await Promise.all([a, b, c].map(async (path) => (await inspect(path)).sha256))
  expect(hashes[0]).toBe(hashes[1])
  expect(hashes[0]).not.toBe(hashes[2])
})

it('refuses a file of more pages than a day of reading', async () => {
  const tag = (value: number) => ({ type: 'long', values: [value] }) as const
  const dot = {
    tags: new Map([256, 257, 258, 259, 262, 277, 278].map((id) => [id, tag(1)])),
    chunks: [Buffer.alloc(1)],
  }
  const path = join(mkdtempSync(join(tmpdir(), 'sheaf-inspect-')), 'dots.tif')
  writeFileSync(path, writeTiff(Array(10_000).fill(dot)))
  expect((await inspectFile({ path, passwords: [] })).pageCount).toBe(10_000)
  writeFileSync(path, writeTiff(Array(10_001).fill(dot)))
  expect(await codeOf(path)).toBe('too_many_pages')
})
