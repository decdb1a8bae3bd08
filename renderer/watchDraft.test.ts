import { expect, test } from 'vitest'
import type { WatchView } from '../electron/contract.ts'
import { textOnly } from './decisionsOf.ts'
import { watchDraftOf, watchWishOf } from './watchDraft.ts'

test('what nobody chose is as it usually is', () => {
  expect(watchWishOf({ ...watchDraftOf(null), folder: ' /in ' }, null)).toMatchObject({
    ...{ folder: '/in', kind: 'extract', template: 'auto', threshold: null },
    ...{ moveTo: null, exportTo: null, exportName: '{folder} {date} {time}', settleSeconds: 5 },
  })
})

test('percent become a share, and text alone is a kind of batch', () => {
  const draft = { ...watchDraftOf(null), threshold: '90' }
  expect(watchWishOf(draft, null).threshold).toBe(0.9)
  const text = watchWishOf({ ...draft, template: textOnly }, null)
  expect(text).toMatchObject({ kind: 'read', template: 'auto', threshold: null })
  // Words are written in other formats than fields.
  expect(text.exportFormat).toBe('json')
})

test('what the dialog does not show stays as it was', () => {
  const watch = {
    ...{ folder: '/in', kind: 'split', template: 'auto', languages: ['de'], threshold: null },
    ...{ priority: 'high', everySeconds: 60, moveTo: '/done', settleSeconds: 0 },
  } as WatchView
  expect(watchWishOf(watchDraftOf(watch), watch)).toMatchObject({
    ...{ kind: 'split', priority: 'high', everySeconds: 60, moveTo: '/done', settleSeconds: 0 },
  })
})
