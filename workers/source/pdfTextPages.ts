import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A page number or the stamp of a scanner is no text layer. */
const enoughLetters = 25
/** First, middle and last: most files are all text or all scan. */
const sampled = 3

/**
 * How many pages of a PDF have a text layer, going by three of them, so that a book costs no more than a
 * letter; null when a page of them cannot be looked into. Only reading tells whether it can be trusted.
 */
export async function countTextPages(document: PDFDocumentProxy): Promise<number | null> {
  const pages = samplePages(document.numPages)
  try {
    let withText = 0
    for (const page of pages) if (await hasText(document, page)) withText++
    return Math.round((withText / pages.length) * document.numPages)
  } catch {
    return null
  }
}

/** Evenly spread, with the first and the last: 1, 5 and 9 of nine pages. */
export function samplePages(pageCount: number): readonly number[] {
  const count = Math.min(sampled, pageCount)
  const step = count > 1 ? (pageCount - 1) / (count - 1) : 0
  return Array.from({ length: count }, (_, i) => 1 + Math.round(i * step))
}

async function hasText(document: PDFDocumentProxy, number: number): Promise<boolean> {
  const page = await document.getPage(number)
  const reader = page.streamTextContent().getReader()
  let letters = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items)
      letters += 'str' in item ? item.str.replace(/\s/g, '').length : 0
    if (letters < enoughLetters) continue
    await reader.cancel(new Error('there is enough of it'))
    return true
  }
  return false
}
