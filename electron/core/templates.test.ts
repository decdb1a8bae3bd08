import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseTemplates, loadTemplates, readTemplate } from './templates.ts'
import { testFolder } from './testing/testApp.ts'

const field = { name: 'total', label: 'Total', type: 'amount' }
const silent = () => {}
const template = (name: string, title = name) =>
  JSON.stringify({ name, version: 1, title, fields: [field] })

test('a template of the user’s own replaces a built-in one of the same name', () => {
  const builtIn = testFolder({ 'a.json': template('bill', 'built in'), 'b.json': template('note') })
  const own = testFolder({ 'mine.json': template('bill', 'mine'), 'read.me': 'x' })
  const loaded = loadTemplates({ builtIn, own }, silent)
  expect(loaded.map(({ title }) => title)).toEqual(['mine', 'note'])
})

test('a broken template of the user’s own is left out and noted; a built-in one is a fault', () => {
  const good = testFolder({ 'a.json': template('bill') })
  const broken = testFolder({ 'slip.json': '{', 'good.json': template('note') })
  const noted: string[] = []
  const loaded = loadTemplates({ builtIn: good, own: broken }, (event, facts) =>
    noted.push(`${event} ${facts?.file}`),
  )
  expect(loaded.map(({ name }) => name)).toEqual(['bill', 'note'])
  expect(noted).toEqual(['template.invalid slip.json'])
  expect(() => loadTemplates({ builtIn: broken, own: '/nowhere' }, silent)).toThrow('slip.json')
})

test('a choice is auto, a name, or a file', () => {
  const folder = testFolder({ 'a.json': template('bill'), 'b.json': template('note') })
  const known = loadTemplates({ builtIn: folder, own: '/nowhere' }, silent)
  const file = join(testFolder({ 'x.json': template('ticket') }), 'x.json')
  expect(chooseTemplates('auto', known).templates).toHaveLength(2)
  expect(chooseTemplates('note', known)).toMatchObject({ choice: 'note', templates: [known[1]] })
  expect(chooseTemplates(file, known)).toMatchObject({
    choice: 'ticket',
    templates: [{ name: 'ticket' }],
  })
  expect(() => chooseTemplates('menu', known)).toThrow('Known templates: auto, bill, note.')
})

test('a file that is no template says what is wrong with it', () => {
  const folder = testFolder({
    'text.json': 'no json',
    'name.json': JSON.stringify({ name: 'Not Good', version: 1, title: 'x', fields: [field] }),
    'empty.json': JSON.stringify({ name: 'a', version: 1, title: 'x', fields: [] }),
  })
  expect(() => readTemplate(join(folder, 'text.json'))).toThrow('it is not JSON')
  expect(() => readTemplate(join(folder, 'name.json'))).toThrow('lower-case letters')
  expect(() => readTemplate(join(folder, 'empty.json'))).toThrow('fields')
  expect(() => readTemplate(join(folder, 'none.json'))).toThrow('there is no such file')
})

test('a schema of named entities becomes a template', () => {
  const schema = {
    named_entities: {
      'Invoice Number': { type: 'string', description: 'Number of the invoice' },
      totalAmount: { type: 'money', description: 'What is to be paid' },
      issued: { type: 'date' },
    },
    required: ['totalAmount'],
  }
  const file = join(testFolder({ 'My bills.json': JSON.stringify(schema) }), 'My bills.json')
  const { name, fields } = readTemplate(file)
  expect(name).toBe('my_bills')
  expect(fields.map((field) => [field.name, field.label, field.type, field.required])).toEqual([
    ['invoice_number', 'Invoice number', 'text', false],
    ['total_amount', 'Total amount', 'amount', true],
    ['issued', 'Issued', 'date', false],
  ])
})
