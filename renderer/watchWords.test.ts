import { expect, test } from 'vitest'
import { lastWords, watchCountWords, watchStateWords } from './watchWords.ts'

const none = {
  ...{ reading: 0, done: 0, failed: 0, needPassword: 0, duplicate: 0 },
  ...{ setAside: 0, left: 0, moved: 0 },
}
const met = { counts: none, arriving: 0, locked: 0, ignored: 0 }

test('a state is said in words, with its number where it has one', () => {
  expect(watchStateWords({ state: 'waiting', counts: none })).toBe('Waiting for files')
  expect(watchStateWords({ state: 'reading', counts: { ...none, reading: 1 } })).toBe(
    'Reading 1 file',
  )
  expect(watchStateWords({ state: 'source_gone', counts: none })).toBe('The folder is gone')
})

test('only what there is is counted, but for what is done', () => {
  expect(watchCountWords(met)).toBe('0 done')
  const counts = { ...none, done: 12, failed: 3, needPassword: 1, duplicate: 2 }
  expect(watchCountWords({ ...met, counts, arriving: 2, ignored: 1 })).toBe(
    '2 files arriving · 1 file needs a password · 12 done · 2 failed · 2 the same as another · 1 other file, no documents',
  )
})

test('the last file is said with its time', () => {
  expect(lastWords({ activeAt: null })).toBe('Nothing came yet')
  expect(lastWords({ activeAt: new Date().toISOString() })).toMatch(/^Last file today, /)
})
