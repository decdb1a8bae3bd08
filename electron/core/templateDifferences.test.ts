import { expect, test } from 'vitest'
import { templateSchema } from '../../workers/template.ts'
import { templateDifferences } from './templateDifferences.ts'

const field = (name: string, more: object = {}) => ({
  ...{ name, label: name, type: 'text', labels: [name] },
  ...more,
})
const template = (fields: readonly object[], more: object = {}) =>
  templateSchema.parse({ name: 'lease', version: 1, title: 'Lease', fields, ...more })

const said = (before: ReturnType<typeof template>, now: ReturnType<typeof template>) =>
  templateDifferences(before, now).map(({ kind, sentence }) => [kind, sentence])

test('the same template differs in nothing', () => {
  expect(said(template([field('rent')]), template([field('rent')]))).toEqual([])
})

test('fields that came, went and changed are named', () => {
  const before = template([field('rent'), field('tenant')])
  const now = template([field('rent', { type: 'amount', required: true }), field('deposit')])
  expect(said(before, now)).toEqual([
    ['field_added', '“Lease” has the new field “deposit”.'],
    ['field_removed', '“Lease” no longer has the field “tenant”.'],
    ['field_changed', 'The field “rent” of “Lease” has changed: type, required.'],
  ])
})

test('another version, its rules and its tables are told', () => {
  const column = { name: 'amount', label: 'Amount', type: 'amount' }
  const tables = [{ name: 'rents', label: 'Rents', kind: 'items', columns: [column] }]
  const now = template([field('rent')], { version: 2, tables, keywords: ['lease'] })
  expect(said(template([field('rent')]), now)).toEqual([
    ['table_changed', 'The table “rents” of “Lease” has changed.'],
    ['template_changed', '“Lease” is now version 2, and was 1: keywords.'],
  ])
})
