import { expect, test } from 'vitest'
import { templateSchema } from '../workers/template.ts'
import { draftFrom } from './draftFrom.ts'
import { templateOf } from './templateDraft.ts'

test('a template that is whole comes out as it is', () => {
  const json = {
    ...{ name: 'bill', version: 2, title: 'Bill', keywords: { en: ['bill'] } },
    fields: [
      { name: 'net', label: 'Net', type: 'amount', labels: ['Net'] },
      { name: 'total', label: 'Total', type: 'amount', pattern: '\\d+' },
    ],
    tables: [
      {
        ...{ name: 'lines', label: 'Lines', kind: 'items' },
        columns: [{ name: 'item', label: 'Item', type: 'text' }],
      },
    ],
    rules: [{ code: 'same', sum: ['net'], equals: 'total' }],
  }
  const draft = draftFrom(json)
  expect(draft && templateSchema.parse(templateOf(draft))).toEqual(templateSchema.parse(json))
})

test('what nobody understands is left blank, and the rest is there', () => {
  const draft = draftFrom({
    title: 'Bill',
    keywords: 'bill',
    fields: [
      { label: 'Net', type: 'money', labels: [1] },
      'total',
      { name: 'Due Date', required: 1 },
    ],
    tables: [{ label: 'Lines' }],
    rules: [{ sum: ['net'] }],
  })
  expect(draft).toMatchObject({ title: 'Bill', name: '', keywords: [], rules: [] })
  expect(draft?.fields).toMatchObject([
    { label: 'Net', type: 'text', labels: [] },
    { label: '', name: '' },
    { name: 'Due Date', required: false },
  ])
  expect(draft?.tables).toMatchObject([{ label: 'Lines', kind: 'items', columns: [] }])
})

test('a file that holds no object gives no draft', () => {
  expect([null, 12, 'bill', [{}]].map(draftFrom)).toEqual([null, null, null, null])
})
