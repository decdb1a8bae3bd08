import { expect, test } from 'vitest'
import { templateSchema } from '../../workers/template.ts'
import { forgivingTemplate } from './forgivingTemplate.ts'

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
  expect(forgivingTemplate(json)).toEqual(templateSchema.parse(json))
})

test('what nobody understands is left blank, and the rest is there', () => {
  const template = forgivingTemplate({
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
  expect(template).toMatchObject({ title: 'Bill', name: '', keywords: [], rules: [] })
  expect(template?.fields).toMatchObject([
    { label: 'Net', type: 'text', labels: [] },
    { label: '', name: '' },
    { name: 'Due Date', required: false },
  ])
  expect(template?.tables).toMatchObject([{ label: 'Lines', kind: 'items', columns: [] }])
})

test('a file that holds no object gives no template', () => {
  expect([null, 12, 'bill', [{}]].map(forgivingTemplate)).toEqual([null, null, null, null])
})
