import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, partsOf } from './multipart.ts'

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Buffer, boundary = 'b', sizes: readonly number[] = [bytes.length || 1]) {
  const parts: { name: string; filename: string | null; body: string }[] = []
  for await (const { name, filename, body } of partsOf(pieces(bytes, sizes), boundary)) {
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    parts.push({ name, filename, body: Buffer.concat(chunks).toString('latin1') })
  }
  return parts
}

const part = (head: string, body = 'x') =>
  Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n--b--\r\n`)

test('whatever fetch sends arrives, in whatever pieces', async () => {
  const content = fc.uint8Array({ maxLength: 200 })
  const file = fc.record({ name: fc.string({ minLength: 1 }), content })
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), sizes, async (files, cut) => {
      const form = new FormData()
      for (const { name, content } of files) form.append('f', new Blob([content.slice()]), name)
      const request = new Response(form)
      const boundary = boundaryOf(request.headers.get('content-type') ?? '') ?? ''
      const bytes = Buffer.from(await request.arrayBuffer())
      const parts = await read(bytes, boundary, cut)
      expect(parts.map(({ body }) => body)).toEqual(
        files.map(({ content }) => Buffer.from(content).toString('latin1')),
      )
      // `%22` in a name and a quote in it are the same once they were sent.
      if (!files.some(({ name }) => /%(22|0a|0d)|[\r\n\\]/i.test(name)))
        expect(parts.map(({ filename }) => filename)).toEqual(
          files.map(({ name }) => name.toWellFormed()),
        )
    }),
    { numRuns: 300 },
  )
})

test('a body that was not read, or only begun, is passed over', async () => {
  const form = new FormData()
  for (const name of ['a', 'b', 'c']) form.append('f', new Blob([name.repeat(500)]), name)
  const sent = new Response(form)
  const boundary = boundaryOf(sent.headers.get('content-type') ?? '') ?? ''
  const names: (string | null)[] = []
  const bytes = Buffer.from(await sent.arrayBuffer())
  for await (const { filename, body } of partsOf(pieces(bytes, [100]), boundary)) {
    names.push(filename)
    if (filename === 'b') for await (const _ of body) break
  }
  expect(names).toEqual(['a', 'b', 'c'])
})

test('what comes before the first boundary and after the last means nothing', async () => {
  const bytes = Buffer.concat([Buffer.from('hello\r\n'), part('name="a"', ''), Buffer.from('bye')])
  expect(await read(bytes)).toEqual([{ name: 'a', filename: null, body: '' }])
})

test.each([
  ['name="f"; filename="a b.pdf"', 'a b.pdf'],
  ['name=f; filename=a.pdf', 'a.pdf'],
  ['name="f"; filename="say \\"hi\\".pdf"', 'say "hi".pdf'],
  ['name="f"; filename="say %22hi%22.pdf"', 'say "hi".pdf'],
  [`name="f"; filename="M_rz.pdf"; filename*=UTF-8''M%C3%A4rz.pdf`, 'März.pdf'],
  ['name="filename"', null],
  ['name="f"; filename=""', ''],
])('%s names the file %j', async (head, filename) => {
  expect(await read(part(head))).toMatchObject([{ filename }])
})

describe('what is no form', () => {
  test.each([
    ['', 'ends before its last boundary'],
    ['--b', 'ends before its last boundary'],
    ['--b\r\n', 'ends before its last boundary'],
    ['--b\r\n\r\nx\r\n--b--', 'does not say its name'],
    ['--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--', 'does not say its name'],
    [part('filename="a"').toString(), 'does not say its name'],
    [part(`name="f"; filename*=UTF-8''%ff`).toString(), 'a name that cannot be read'],
    [`--b\r\n${'X-Y: z\r\n'.repeat(5000)}\r\nx\r\n--b--`, 'too long a head'],
    [`--b\r\n${'x'.repeat(20_000)}`, 'too long a head'],
  ])('%.40j is refused', async (text, problem) => {
    await expect(read(Buffer.from(text))).rejects.toThrow(problem)
    await expect(read(Buffer.from(text), 'b', [7])).rejects.toThrow(problem)
  })

  test.each([
    ['multipart/form-data', null],
    ['multipart/form-data; boundary=', null],
    ['multipart/mixed; boundary=a', null],
    ['Multipart/Form-Data; charset=utf-8; Boundary="a b"', 'a b'],
    [`multipart/form-data; boundary=${'x'.repeat(300)}`, null],
  ])('%.60s has the boundary %j', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary)
  })
})
