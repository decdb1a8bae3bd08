import { z } from 'zod'
import type { FieldType } from '../../workers/model.ts'
import type { Template, templateSchema } from '../../workers/template.ts'

/** A plain schema of named entities, as other extraction tools take it. */
export const namedEntitiesSchema = z.object({
  named_entities: z.record(
    z.string().min(1),
    z.object({ type: z.string().default('string'), description: z.string().default('') }),
  ),
  required: z.array(z.string()).default([]),
})

const fieldTypeOf: Readonly<Record<string, FieldType>> = {
  string: 'text',
  text: 'text',
  date: 'date',
  datetime: 'date',
  time: 'time',
  money: 'amount',
  amount: 'amount',
  currency: 'currency',
  number: 'number',
  float: 'number',
  decimal: 'number',
  integer: 'number',
  int: 'number',
  percent: 'percent',
  percentage: 'percent',
  person: 'name',
  name: 'name',
  organization: 'name',
  company: 'name',
  address: 'address',
  location: 'address',
  id: 'identifier',
  identifier: 'identifier',
  iban: 'iban',
  bic: 'bic',
  vat_id: 'vat_id',
  phone: 'phone',
  telephone: 'phone',
  email: 'email',
}

/** The entities whose type is none that is known, and the required names that are none of them; a sentence each. */
export function unknownTypes({
  named_entities,
  required,
}: z.infer<typeof namedEntitiesSchema>): readonly string[] {
  const types = Object.keys(fieldTypeOf).join(', ')
  return [
    ...Object.entries(named_entities)
      .filter(([, { type }]) => !(type.toLowerCase() in fieldTypeOf))
      .map(
        ([name, { type }]) => `“${name}” is of the unknown type “${type}”. Known types: ${types}.`,
      ),
    ...required
      .filter((name) => !(name in named_entities))
      .map((name) => `“${name}” is required, but no entity has that name.`),
  ]
}

/** The same as a template of ours: the name's own words are the label that is looked for. */
export function fromNamedEntities(
  { named_entities, required }: z.infer<typeof namedEntitiesSchema>,
  filename: string,
): z.input<typeof templateSchema> {
  const title = filename.replace(/\.json$/i, '')
  return {
    name: nameOf(title) || 'template',
    version: 1,
    title,
    description: `Made from ${filename}.`,
    fields: Object.entries(named_entities).map(([name, { type, description }], i) => ({
      name: nameOf(name) || `field_${i + 1}`,
      label: wordsOf(name),
      type: fieldTypeOf[type.toLowerCase()] ?? 'text',
      description,
      required: required.includes(name),
      labels: [wordsOf(name)],
    })),
  }
}

/** The fields of a template as such a schema; its labels, tables and rules have no place there. */
export function toNamedEntities({ fields }: Template): z.infer<typeof namedEntitiesSchema> {
  return {
    named_entities: Object.fromEntries(
      fields.map(({ name, type, description }) => [
        name,
        { type: type === 'text' ? 'string' : type === 'amount' ? 'money' : type, description },
      ]),
    ),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  }
}

/** `Invoice Number` and `invoiceNumber` give `invoice_number`, `Größe` gives `groesse`; empty: no letter is left. */
function nameOf(text: string): string {
  return wordsOf(text)
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
}

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

function wordsOf(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}
