import { AppError } from '../../workers/errors.ts'
import { parseAmount } from '../../workers/extraction/parse/amount.ts'
import { findDates } from '../../workers/extraction/parse/date.ts'
import { readingOf } from '../../workers/extraction/reading.ts'
import { wordsInBox } from '../../workers/layout/wordsInBox.ts'
import type { Box, FieldType, Page } from '../../workers/model.ts'
import type { Core } from './core.ts'
import type { StoredField } from './db/fields.ts'
import { pagesOfDocument } from './documentPages.ts'
import { changeField, corrected } from './review.ts'
import { typedValue } from './typedValue.ts'

/**
 * Fills a field with the words in a box of a page, or with the word that is clicked. The value is read as the
 * rest of the document is: its habits of dates and decimal marks decide. Throws invalid_input where there is
 * no word, or the words are no value of the field's type.
 */
export function fillField(
  core: Core,
  input: { documentId: string; fieldId: number; page: number; box: Box },
): void {
  changeField(core, { ...input, kind: 'corrected' }, (field, document) => {
    const pages = pagesOfDocument(core, document)
    const page = pages.find(({ number }) => number === input.page)
    const taken = page && wordsInBox(page, input.box)
    if (!page || !taken) {
      const problem = `no word was read in this place of page ${input.page}. Type the value instead.`
      throw new AppError('invalid_input', { problem })
    }
    const value = readValue(field, taken.text, pages)
    const provenance = {
      ...{ page: page.number, box: taken.box, pageSize: page.size, text: taken.text },
    }
    const reader = taken.words[0]?.reader ?? page.reader
    return corrected(field, { value, raw: taken.text, reader, provenance })
  })
}

function readValue(field: StoredField, text: string, pages: readonly Page[]): string {
  const known = field.candidates.find(({ raw }) => raw === text)
  if (known) return known.value
  const shape = shapes[field.type]
  if (shape && !shape.pattern.test(text)) {
    const problem = `“${text}” is not ${shape.words} (${field.label}).`
    throw new AppError('invalid_input', { problem })
  }
  return readInHabit(field, text, pages) ?? typedValue(field, text)
}

/** What a person may type as they like, but the words of a page have to look like. */
const shapes: Partial<Record<FieldType, { readonly pattern: RegExp; readonly words: string }>> = {
  iban: { pattern: /^\s*[A-Z]{2}\s?\d{2}[\sA-Z\d]{10,40}$/i, words: 'an IBAN' },
  bic: { pattern: /^\s*[A-Z]{6}\s?[A-Z\d]{2}\s?([A-Z\d]{3})?\s*$/i, words: 'a BIC' },
  time: { pattern: /\b\d{1,2}[:.h]\s?\d{2}\b/, words: 'a time of day' },
  phone: { pattern: /\d.*\d.*\d/, words: 'a telephone number' },
  email: { pattern: /\S@\S+\.\S/, words: 'an e-mail address' },
  identifier: { pattern: /[\p{L}\d]/u, words: 'a number or code' },
  vat_id: { pattern: /\d.*\d/, words: 'a tax number' },
}

/** Dates and amounts that could be read in two ways are read as the rest of the document is. */
function readInHabit(field: StoredField, text: string, pages: readonly Page[]): string | null {
  if (field.type !== 'date' && field.type !== 'amount') return null
  const { dateOrder, dateOrderCertain, decimal } = readingOf(pages, '2100-01-01')
  if (field.type === 'amount') return decimal && amountIn(text, decimal)
  const [found, ...others] = findDates(text, dateOrder, '2100-01-01')
  if (!found || others.length > 0) return null
  return found.other && !dateOrderCertain ? null : found.value
}

function amountIn(text: string, decimal: '.' | ','): string | null {
  const print = text.replace(/^[^\d(+-]+|[^\d)-]+$/g, '')
  return parseAmount(print, decimal)?.value ?? null
}
