import { expect, test } from 'vitest'
import { errorDetails } from './errorDetails.ts'

test('the details of an error are its code, versions and ids, and no name of a file', () => {
  const at = new Date(Date.UTC(2026, 4, 4))
  const ids = { batch: '260504-3fa1', item: 7 }
  expect(errorDetails('file_damaged', { version: '1.2.3', ids, at })).toBe(
    [
      'error file_damaged',
      '“it” is damaged and cannot be opened. Scan or save it again, then retry.',
      'Sheaf 1.2.3',
      'batch 260504-3fa1',
      'item 7',
      'at 2026-05-04T00:00:00.000Z',
    ].join('\n'),
  )
  expect(errorDetails('unheard_of', { version: '1.2.3', ids: {}, at })).toMatch(
    /^error unheard_of\nSheaf/,
  )
})
