import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  expect(loaded.map(({ template: { title } }) => title)).toEqual(['mine', 'note'])
})

test('a broken template of the user’s own is left out and noted; a built-in one is a fault', () => {
  const good = testFolder({ 'a.json': template('bill') })
  const broken = testFolder({ 'slip.json': '{', 'good.json': template('note') })
  const noted: string[] = []
  const loaded = loadTemplates({ builtIn: good, own: broken }, (event, facts) =>
    noted.push(`${event} ${facts?.file}`),
  )
  expect(loaded.map(({ template: { name } }) => name)).toEqual(['bill', 'note'])
  expect(noted).toEqual(['template.invalid slip.json'])
  expect(() => loadTemplates({ builtIn: broken, own: '/nowhere' }, silent)).toThrow('slip.json')
})

test('a choice is auto, a name, or a file', () => {
  const folder = testFolder({ 'a.json': template('bill'), 'b.json': template('note') })
  const known = loadTemplates({ builtIn: folder, own: '/nowhere' }, silent).map(
    ({ template }) => template,
  )
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
  expect(() => readTemplate(join(folder, 'empty.json'))).toThrow('at least one field')
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

test('entities with umlauts, and in other letters, get names of their own', () => {
  const schema = { named_entities: { 'Größe über alles': {}, Crédit: {}, Сумма: {}, Дата: {} } }
  const file = join(testFolder({ 'Übersicht.json': JSON.stringify(schema) }), 'Übersicht.json')
  const { name, title, fields } = readTemplate(file)
  expect([name, title]).toEqual(['uebersicht', 'Übersicht'])
  expect(fields.map((field) => [field.name, field.label])).toEqual([
    ['groesse_ueber_alles', 'Größe über alles'],
    ['credit', 'Crédit'],
    ['field_3', 'Сумма'],
    ['field_4', 'Дата'],
  ])
})

const saysOf = (name: string, content: object) => {
  const file = join(testFolder({ [name]: JSON.stringify(content) }), name)
  try {
    readTemplate(file)
    return 'nothing'
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

const withFields = (...fields: readonly object[]) => ({
  ...{ name: 'bill', version: 1, title: 'Bill' },
  fields,
})
const item = { name: 'item', label: 'Item', type: 'text' }

test.each([
  [
    'a type that there is not',
    withFields({ ...field, type: 'money' }),
    'The field “total” is of the unknown type “money”. Known types: text, name,',
  ],
  ['no type', withFields({ name: 'total', label: 'Total' }), 'The field “total” needs a type.'],
  [
    'two fields of one name',
    withFields(field, { ...field, label: 'Sum' }),
    'Two fields are named “total”; give one of them another name.',
  ],
  [
    'a field and a support of one name',
    { ...withFields(field), support: [{ name: 'total', part: 'paid', labels: ['Paid'] }] },
    'Two fields are named “total”',
  ],
  [
    'two columns of one name',
    {
      ...withFields(field),
      tables: [{ name: 'rows', label: 'Rows', kind: 'items', columns: [item, item] }],
    },
    'Two columns of the table “rows” are named “item”',
  ],
  [
    'a column of a type that there is not',
    {
      ...withFields(field),
      tables: [
        { name: 'rows', label: 'Rows', kind: 'items', columns: [{ ...item, type: 'words' }] },
      ],
    },
    'The column “item” of the table “rows” is of the unknown type “words”.',
  ],
  [
    'a pattern that is none',
    withFields({ ...field, pattern: '(' }),
    'The pattern of the field “total” is no regular expression (missing closing )',
  ],
  [
    'a pattern that looks ahead',
    withFields({ ...field, pattern: '\\d+(?=x)' }),
    'The pattern of the field “total” looks ahead or back',
  ],
  [
    'a rule of a field that there is not',
    { ...withFields(field), rules: [{ code: 'adds_up', sum: ['net', 'tax'], equals: 'total' }] },
    'The rule “adds_up” speaks of “net”, but no field has that name. The rule “adds_up” speaks of “tax”',
  ],
  [
    'a rule that adds up words',
    {
      ...withFields(field, item),
      rules: [{ code: 'adds_up', sum: ['item'], equals: 'total' }],
    },
    'The rule “adds_up” adds up “item”, which is of type “text” and no amount.',
  ],
  [
    'half a rule',
    { ...withFields(field), rules: [{ code: 'adds_up', sum: ['total'] }] },
    'The rule “adds_up” needs a code, and either “sum” and “equals” or “before” and “after”,',
  ],
  [
    'a rule with a pattern that is none',
    { ...withFields(field), rules: [{ code: 'looks', field: 'total', pattern: '(' }] },
    'The pattern of the rule “looks” is no regular expression (missing closing )',
  ],
  [
    'a rule of one field that there is not',
    { ...withFields(field), rules: [{ code: 'same', field: 'total', equals: 'net' }] },
    'The rule “same” speaks of “net”, but no field has that name.',
  ],
  [
    'a box that is upside down',
    withFields({ ...field, where: { box: [0, 0.5, 1, 0.2] } }),
    'The field “total”, “box”: a box is left, top, right and bottom, as shares of the page.',
  ],
  [
    'labels without a label',
    withFields({ ...field, labels: [] }),
    'The labels of the field “total” are an empty list',
  ],
  [
    'a label without letters',
    withFields({ ...field, labels: ['Total', ' : '] }),
    'The field “total” has the label “ : ”, which has no letters.',
  ],
  [
    'an entity of a type that there is not',
    { named_entities: { total: { type: 'sum of money' } } },
    '“total” is of the unknown type “sum of money”. Known types: string,',
  ],
  [
    'two entities that become one field',
    { named_entities: { 'Total Sum': {}, totalSum: {} } },
    'Two fields are named “total_sum”',
  ],
  [
    'a required entity that there is not',
    { named_entities: { total: {} }, required: ['sum'] },
    '“sum” is required, but no entity has that name.',
  ],
])('a template is refused with a sentence for %s', (_, content, sentence) => {
  const said = saysOf('mine.json', content)
  expect(said).toContain('The template “mine.json” cannot be used: ')
  expect(said).toContain(sentence)
})

test('the example in the guide is a template', () => {
  const file = new URL('../../examples/fcc-ad-order.json', import.meta.url)
  expect(readTemplate(fileURLToPath(file)).fields.map(({ name }) => name)).toEqual([
    'contract_num',
    'advertiser',
    'gross_amount',
    'flight_from',
    'flight_to',
  ])
})
