import { expect, test } from 'vitest'
import type { Ledger } from '../electron/views.ts'
import { ledgerSentence, reasonPhrase } from './ledgerWords.ts'

const ledger: Ledger = {
  files: { all: 9, read: 7, failed: 1, skipped: 1, open: 0 },
  pages: { all: 1204, read: 1198, failed: 4, skipped: 2, open: 0 },
  isProven: true,
  incomplete: 3,
  uncounted: 1,
  readers: [{ reader: 'ocr', pages: 1198 }],
  pagesKept: 0,
  reasons: [],
}

test('pages are said by how they ended, and what is none is left out', () => {
  expect(ledgerSentence(ledger)).toBe('1,204 pages: 1,198 read, 4 failed, 2 skipped')
  const all = { all: 1, read: 1, failed: 0, skipped: 0, open: 0 }
  expect(ledgerSentence({ ...ledger, pages: all })).toBe('1 page: 1 read')
})

test('where no page is known the files are said', () => {
  const none = { all: 0, read: 0, failed: 0, skipped: 0, open: 0 }
  expect(ledgerSentence({ ...ledger, pages: none })).toBe('9 files: 7 read, 1 failed, 1 skipped')
})

test('a reason says how much it concerns', () => {
  const reason = { state: 'failed', code: 'page_timeout', files: 1, partly: 1 } as const
  expect(reasonPhrase({ ...reason, pages: 3, uncounted: 0 })).toBe('3 pages took too long')
  const empty = { ...reason, code: 'file_empty', pages: 0, uncounted: 2 }
  expect(reasonPhrase(empty)).toBe('2 files empty')
  expect(reasonPhrase({ ...empty, code: 'some_new_code', pages: 1 })).toBe(
    '1 page and 2 files some new code',
  )
})
