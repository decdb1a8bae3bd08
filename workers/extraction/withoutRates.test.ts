import { expect, it } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import { templateSchema } from '../template.ts'
import { typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

type Runs = Parameters<typeof typedPage>[0]

function amounts(template: unknown, runs: Runs, language = 'en') {
  const parsed = templateSchema.parse(template)
  const [document] = readDocuments({
    ...{ pages: [typedPage(runs, { language })], missingPages: [], today: '2026-06-01' },
    ...{ templates: [parsed], choice: parsed.name },
  })
  const values = document?.fields.filter(({ type }) => type === 'amount') ?? []
  const failed = document?.checks.filter(({ passed, level }) => !passed && level === 'error') ?? []
  return {
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    failed: failed.map(({ code }) => code),
  }
}

it('the basis of one rate of two is not the net of the invoice, where no sum of them is printed', () => {
  const { values, failed } = amounts(
    invoice,
    [
      [40, 40, 'Factura'],
      [40, 60, 'Factura n.º: 2026/118'],
      [40, 80, 'Fecha: 05/03/2026'],
      [300, 300, 'Base imponible'],
      [400, 300, '% IVA'],
      [470, 300, 'Cuota'],
      [300, 315, '1.059,00'],
      [400, 315, '10 %'],
      [470, 315, '105,90'],
      [300, 330, '42,00'],
      [400, 330, '21 %'],
      [470, 330, '8,82'],
      [300, 360, 'TOTAL FACTURA'],
      [470, 360, '1.215,72 €'],
    ],
    'es',
  )
  expect(values).toMatchObject({ net_total: null, tax_total: null, grand_total: '1215.72' })
  expect(failed).toEqual([])
})

it('a tip on top of net and tax is no conflict', () => {
  const till: Runs = [
    [60, 20, 'Dover Street Diner'],
    [20, 40, '04/12/2026 18:22'],
    [20, 60, 'Burger'],
    [160, 60, '28.20'],
    [20, 80, 'Subtotal'],
    [160, 80, '28.20'],
    [20, 95, 'Sales tax 8.25%'],
    [160, 95, '2.33'],
    [20, 110, 'Tip'],
    [160, 110, '6.00'],
    [20, 125, 'Total'],
    [160, 125, '36.53'],
  ]
  const { values, failed } = amounts(receipt, till)
  expect(values).toMatchObject({
    subtotal: '28.20',
    tax_total: '2.33',
    tip: '6.00',
    total: '36.53',
  })
  expect(failed).toEqual([])
  const wrong = till.map(([x, y, text]) => [x, y, text.replace('36.53', '39.53')] as const)
  expect(amounts(receipt, wrong).failed).toEqual(['totals_add_up'])
})

it('a dash a column away from an amount is no sign of it', () => {
  const { values } = amounts(receipt, [
    [60, 20, 'Corner Shop'],
    [20, 60, 'Subtotal'],
    [110, 60, '-'],
    [160, 60, '19.73'],
    [20, 80, 'Total'],
    [160, 80, '19.73'],
  ])
  expect(values.subtotal).toBe('19.73')
})
