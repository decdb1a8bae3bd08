import { describe, expect, it } from 'vitest'
import { failureOf } from '../errors.ts'
import { drawnPdf } from '../testing/drawnPdf.ts'
import { inspectPdf, readPdfText } from './pdf.ts'

/** What pdfkit encrypts with: RC4 of 40 and 128 bits, AES of 128 and 256. */
const ciphers = ['1.3', '1.4', '1.6', '1.7ext3'] as const

const locked = (options: PDFKit.PDFDocumentOptions) =>
  drawnPdf(options, (pdf) => pdf.text('Behind the lock'))

async function protectionOf(path: string, ...passwords: string[]): Promise<string> {
  return inspectPdf({ path, passwords }).then(
    ({ protection }) => protection,
    (thrown) => failureOf(thrown).code,
  )
}

describe.each(ciphers)('a PDF encrypted as PDF %s does', (pdfVersion) => {
  it('opens with its own password, whichever place that has among the given', async () => {
    const path = await locked({ pdfVersion, userPassword: 'geheim-ü', ownerPassword: 'chef' })
    expect(await protectionOf(path)).toBe('file_encrypted')
    expect(await protectionOf(path, 'falsch', 'auch falsch')).toBe('password_wrong')
    expect(await protectionOf(path, 'falsch', 'geheim-ü')).toBe('password')
    expect(await protectionOf(path, 'chef')).toBe('password')
    const text = await readPdfText({ path, passwords: ['falsch', 'geheim-ü'] }, 1)
    expect(text.words.map((word) => word.text)).toEqual(['Behind', 'the', 'lock'])
  })

  it('opens without asking where only its owner has a password', async () => {
    const path = await locked({ pdfVersion, ownerPassword: 'chef', permissions: {} })
    expect(await protectionOf(path)).toBe('owner')
    expect(await protectionOf(path, 'falsch')).toBe('owner')
  })
})

it('opens a PDF without a lock, whatever passwords are given', async () => {
  const path = await locked({})
  expect(await protectionOf(path)).toBe('none')
  expect(await protectionOf(path, 'falsch')).toBe('none')
})

it('gives a document that it holds open to nobody without the password', async () => {
  const path = await locked({ userPassword: 'geheim', ownerPassword: 'chef' })
  expect(await protectionOf(path, 'geheim')).toBe('password')
  expect(await protectionOf(path)).toBe('file_encrypted')
  expect(await protectionOf(path, 'geheim')).toBe('password')
  expect(await protectionOf(path, 'falsch')).toBe('password_wrong')
  const asked = readPdfText({ path, passwords: [] }, 1)
  await expect(asked).rejects.toMatchObject({ code: 'file_encrypted' })
})
