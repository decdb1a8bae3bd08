import { expect, test } from 'vitest'
import { readerKey, settingsOf } from './readerKey.ts'

test('a key tells the settings that it stands for', () => {
  const settings = [
    { mode: 'auto', languages: [] },
    { mode: 'ocr', languages: ['de', 'en'] },
    { mode: 'text_layer', languages: [], turns: { 2: 90, 11: 180 } },
  ] as const
  for (const one of settings) {
    expect(settingsOf(readerKey(one, ''))).toEqual(one)
    expect(settingsOf(readerKey(one, '0123456789abcdef'))).toEqual(one)
  }
})

test('pages that were turned by hand are other pages', () => {
  const plain = { mode: 'auto', languages: [] } as const
  const keys = [{}, { turns: { 1: 90 } }, { turns: { 1: 180 } }, { turns: { 2: 90 } }].map((own) =>
    readerKey({ ...plain, ...own } as typeof plain, ''),
  )
  expect(new Set(keys).size).toBe(4)
  expect(readerKey({ ...plain, turns: {} }, '')).toBe(readerKey(plain, ''))
})
