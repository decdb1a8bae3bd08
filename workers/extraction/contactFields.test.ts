import { expect, it } from 'vitest'
import { templateSchema } from '../template.ts'
import { typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

const card = templateSchema.parse({
  ...{ name: 'supplier', version: 1, title: 'Supplier' },
  fields: [
    { name: 'phone', label: 'Phone', type: 'phone', labels: ['Phone', 'Tel'] },
    { name: 'fax', label: 'Fax', type: 'phone', labels: ['Fax'] },
    { name: 'email', label: 'E-mail', type: 'email', labels: ['E-mail'] },
  ],
})

const valuesOn = (...lines: readonly string[]) => {
  const page = typedPage(lines.map((text, i) => [40, 40 + 20 * i, text] as const))
  const [document] = readDocuments({
    ...{ pages: [page], missingPages: [], templates: [card], choice: 'supplier' },
    today: '2026-06-01',
  })
  return document?.fields.map(({ value }) => value)
}

it('a template of one’s own finds telephone, fax and e-mail, each beside its label', () => {
  expect(
    valuesOn(
      'Supplier card',
      'Fax: +49 30 5550118',
      'Phone: +49 30 5550117',
      'E-mail: Info@Orla.example',
    ),
  ).toEqual(['+49305550117', '+49305550118', 'info@orla.example'])
})

it('and nothing where none is printed', () => {
  expect(valuesOn('Supplier card', 'Phone:', 'Founded 03/04/1998')).toEqual([null, null, null])
})
