import { expect, test } from 'vitest'
import type { Candidate, Check } from '../../workers/model.ts'
import type { StoredField } from './db/fields.ts'
import { doubtSentence, whySentence } from './fieldSentences.ts'

const candidate = (value: string, why: string[]): Candidate => ({
  ...{ value, raw: value, confidence: 0.9, reader: 'ocr', provenance: null, why },
})

const field: StoredField = {
  ...{ id: 1, name: 'grand_total', label: 'Total', type: 'amount', table: null, row: null },
  ...{ value: '119.00', raw: '119,00', confidence: 0.5, needsReview: true, reasons: ['low_ocr'] },
  ...{ reader: 'ocr', provenance: null, corrected: false, accepted: false },
  candidates: [
    candidate('119.00', ['right of “Total”', 'net, tax and total add up']),
    candidate('100.00', []),
  ],
}

const broken: Check = {
  ...{ code: 'totals_add_up', level: 'error', passed: false, fields: ['grand_total'] },
  sentence: 'Net 100.00 and tax 19.00 make 119.00; the total says 191.00.',
}

test('a value says why it was chosen, or who set it', () => {
  expect(whySentence(field)).toBe('Right of “Total”; net, tax and total add up.')
  expect(whySentence({ ...field, accepted: true })).toContain('You accepted it.')
  expect(whySentence({ ...field, value: '7.00', corrected: true })).toBe('Typed by you.')
  expect(whySentence({ ...field, value: null, corrected: true })).toBe(
    'You said that the document has none.',
  )
  expect(whySentence({ ...field, value: null })).toBe('Nothing on the pages looked like it.')
})

test('a doubt is one sentence, and that of the check that failed where one did', () => {
  expect(doubtSentence(field, [])).toBe('The print is hard to read here; compare it with the page.')
  expect(doubtSentence({ ...field, reasons: ['equation_broken'] }, [broken])).toBe(broken.sentence)
  expect(doubtSentence({ ...field, reasons: ['close_second'] }, [])).toBe(
    '“100.00” on the page is nearly as likely.',
  )
  expect(doubtSentence({ ...field, needsReview: false, reasons: [] }, [broken])).toBeNull()
})
