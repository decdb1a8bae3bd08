import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestApp, testFolder } from '../testing/testApp.ts'

const total = { name: 'total', label: 'Summe über alles', type: 'amount', required: true }
const bill = { name: 'bill', title: 'Bill', fields: [total] }

test('a copy has a name and a title of its own, however often it is made', async () => {
  const { app, call } = await openTestApp(testFolder())
  const first = await call('template.duplicate', { name: 'invoice' })
  expect(first).toMatchObject({
    ...{ source: 'own', version: 1 },
    template: { name: 'invoice_copy', title: 'Invoice (copy)' },
  })
  await call('template.remove', { name: 'invoice_copy' })
  const second = await call('template.duplicate', { name: 'invoice' })
  expect(second.template).toMatchObject({ name: 'invoice_copy_2', title: 'Invoice (copy 2)' })
  expect(await call('template.restore', { name: 'invoice_copy' })).toMatchObject({ version: 1 })
  const twice = await Promise.all(
    ['receipt', 'receipt'].map((name) => call('template.duplicate', { name })),
  )
  expect(twice.map(({ template: { name } }) => name)).toEqual(['receipt_copy', 'receipt_copy_2'])
  await app.close()
})

test('an older version is saved as the newest, and the difference is told', async () => {
  const { app, call, codeOf } = await openTestApp(testFolder())
  await call('template.save', { template: bill, replaces: null })
  await call('template.save', { template: { ...bill, title: 'Second' }, replaces: 'bill' })
  const differs = await call('template.differences', { name: 'bill', from: 1, to: 2 })
  expect(differs).toEqual([
    { kind: 'changed', place: 'The template', what: 'title', before: 'Bill', after: 'Second' },
  ])
  const draft = { ...bill, title: 'Draft' }
  expect(await call('template.differences', { name: 'bill', from: 2, to: draft })).toMatchObject([
    { before: 'Second', after: 'Draft' },
  ])
  const reverted = await call('template.revert', { name: 'bill', version: 1 })
  expect(reverted).toMatchObject({ version: 3, template: { title: 'Bill' } })
  expect(await call('template.differences', { name: 'bill', from: 1, to: 3 })).toEqual([])
  expect(await codeOf('template.revert', { name: 'bill', version: 9 })).toBe('not_found')
  const broken = { name: 'bill', from: 1, to: { fields: 'none' } }
  expect(await codeOf('template.differences', broken)).toBe('template_invalid')
  await app.close()
})

test.each(['sheaf', 'named_entities'] as const)(
  'a template goes out as a file and comes in again as a draft: %s',
  async (format) => {
    const { app, call, codeOf } = await openTestApp(testFolder())
    const saved = await call('template.save', { template: bill, replaces: null })
    const path = join(testFolder(), 'Größen.json')
    expect(await call('template.write', { name: 'bill', format, path })).toEqual({ path })
    const { filename, text } = await call('template.text', { name: 'bill', format })
    expect(filename).toBe('bill.json')
    expect(readFileSync(path, 'utf8')).toBe(text)
    const read = await call('template.read', { filename, text: `\uFEFF${text}` })
    expect(read.problems).toEqual([])
    if (format === 'sheaf') expect(read.template).toEqual(saved.template)
    else
      expect(read.template).toMatchObject({
        name: 'bill',
        fields: [{ name: 'total', type: 'amount', required: true, labels: ['Total'] }],
      })
    expect((await call('template.list', {})).map(({ name }) => name)).toHaveLength(3)
    expect(await codeOf('template.write', { name: 'bill', format, path: '/x/a.txt' })).toBe(
      'output_unsupported',
    )
    await app.close()
  },
)

test('a file that is no template is a draft with its problems, or nothing', async () => {
  const { app, call } = await openTestApp(testFolder())
  const read = (content: unknown) =>
    call('template.read', {
      filename: 'Meine Belege.json',
      text: typeof content === 'string' ? content : JSON.stringify(content),
    })
  expect(await read('{')).toEqual({
    template: null,
    problems: [{ path: [], sentence: expect.stringContaining('it is not JSON') }],
  })
  const half = await read({ ...bill, version: 1, fields: [{ ...total, type: 'money' }] })
  expect(half.template).toMatchObject({ title: 'Bill' })
  expect(half.problems).toMatchObject([{ path: ['fields', 0, 'type'] }])
  const entities = await read({
    named_entities: { Größe: { type: 'cubits' }, day: { type: 'date' } },
  })
  expect(entities.problems).toMatchObject([
    { sentence: expect.stringContaining('“Größe” is of the unknown type “cubits”') },
  ])
  expect(entities.template).toMatchObject({ name: 'meine_belege', fields: [{}, { type: 'date' }] })
  expect((await read([])).problems).toHaveLength(1)
  await app.close()
})
