import { describe, expect, it } from 'vitest'
import type { Page } from '../model.ts'
import { templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

type Where = { pages?: 'any' | 'first' | 'last'; box?: readonly number[] }

const top = [0, 0, 1, 0.25]
const bottom = [0, 0.75, 1, 1]

/** Pages are 595 points wide and 842 high. */
const paper: readonly TypedRun[] = [
  [40, 60, 'Agreement'],
  [40, 100, 'Date'],
  [160, 100, '04.03.2026'],
  [40, 120, 'Amount'],
  [160, 120, '10.00'],
  [40, 140, 'Reference'],
  [160, 140, 'AA-1111'],
  [40, 160, 'Tenant'],
  [160, 160, 'Nora Lindqvist'],
  [40, 720, 'Date'],
  [160, 720, '28.04.2026'],
  [40, 740, 'Amount'],
  [160, 740, '99.00'],
  [40, 760, 'Reference'],
  [160, 760, 'ZZ-9999'],
  [40, 780, 'Tenant'],
  [160, 780, 'Olaf Berg'],
]

const specs = {
  date: { type: 'date', labels: ['Date'] },
  amount: { type: 'amount', labels: ['Amount'] },
  reference: { type: 'identifier', labels: ['Reference'] },
  tenant: { type: 'name', labels: ['Tenant'] },
  note: { type: 'text', labels: ['Tenant'] },
} as const

function found(
  fields: Readonly<Record<string, object>>,
  pages: readonly Page[] = [typedPage(paper)],
) {
  const template = templateSchema.parse({
    ...{ name: 'lease', version: 1, title: 'Lease' },
    fields: Object.entries(fields).map(([name, spec]) => ({ name, label: name, ...spec })),
  })
  const [document] = readDocuments({
    ...{ pages, missingPages: [], templates: [template], choice: 'lease', today: '2026-06-01' },
  })
  return new Map(document?.fields.map((field) => [field.name, field]))
}

const answer = (name: keyof typeof specs, where: Where | null, pages?: readonly Page[]) =>
  found({ [name]: { ...specs[name], where } }, pages).get(name)?.value

describe('where to look', () => {
  it.each([
    ['date', '2026-03-04', '2026-04-28'],
    ['amount', '10.00', '99.00'],
    ['reference', 'AA-1111', 'ZZ-9999'],
    ['tenant', 'Nora Lindqvist', 'Olaf Berg'],
    ['note', 'Nora Lindqvist', 'Olaf Berg'],
  ] as const)('takes no %s from outside of its box', (name, above, below) => {
    expect(answer(name, { box: top })).toBe(above)
    expect(answer(name, { box: bottom })).toBe(below)
    expect(answer(name, { box: [0, 0.4, 1, 0.6] })).toBeNull()
  })

  it('offers no candidate from outside either', () => {
    const { date } = specs
    const field = found({ date: { ...date, where: { box: bottom } } }).get('date')
    expect(field?.candidates.map(({ value }) => value)).toEqual(['2026-04-28'])
  })

  it('counts a word by its middle', () => {
    // The date stands from 160 to 210 points: its middle at 185.
    const box = (right: number) => ({ box: [0, 0, right / 595, 0.25] })
    expect(answer('date', box(186))).toBe('2026-03-04')
    expect(answer('date', box(184))).toBeNull()
  })

  it('means the first or the last page of the document', () => {
    const page = (number: number, value: string) =>
      typedPage(
        [
          [40, 100, 'Reference'],
          [160, 100, value],
        ],
        { number },
      )
    const pages = [page(4, 'AA-1111'), page(5, 'MM-5555'), page(6, 'ZZ-9999')]
    expect(answer('reference', { pages: 'first' }, pages)).toBe('AA-1111')
    expect(answer('reference', { pages: 'last' }, pages)).toBe('ZZ-9999')
    expect(answer('reference', { pages: 'last', box: bottom }, pages)).toBeNull()
    expect(answer('reference', { pages: 'last' }, pages.slice(0, 1))).toBe('AA-1111')
  })

  it('finds what stands in its box without a label, less what the field is called', () => {
    const pages = [
      typedPage([
        [40, 100, 'Tenant: Nora Lindqvist'],
        [300, 100, 'Olaf Berg'],
        [300, 114, '12 Harbour Lane'],
        [300, 128, 'Whitby'],
        [300, 300, '119.00'],
        [300, 400, '04.03.2026'],
        [300, 500, 'ZX 81'],
      ]),
    ]
    const at = (y: number, lines = 1) => ({
      box: [0.45, (y - 13) / 842, 1, (y + 14 * (lines - 1) + 4) / 842],
    })
    const fields = found(
      {
        tenant: { ...specs.tenant, where: { box: [0, 0.08, 0.4, 0.15] } },
        owner: { type: 'name', where: at(100, 3) },
        address: { type: 'address', where: at(114, 2) },
        sum: { type: 'amount', where: at(300) },
        day: { type: 'date', where: at(400) },
        code: { type: 'text', where: at(500) },
        blank: { type: 'text', where: at(600) },
      },
      pages,
    )
    expect([...fields.values()].map(({ name, value }) => [name, value])).toEqual([
      ['tenant', 'Nora Lindqvist'],
      ['owner', 'Olaf Berg'],
      ['address', '12 Harbour Lane, Whitby'],
      ['sum', '119.00'],
      ['day', '2026-03-04'],
      ['code', 'ZX 81'],
      ['blank', null],
    ])
    // Nothing but the place speaks for them, and the next paper may have something else there.
    for (const name of ['owner', 'address', 'sum', 'day', 'code'])
      expect([name, fields.get(name)?.needsReview]).toEqual([name, true])
    expect(fields.get('tenant')?.needsReview).toBe(false)
    expect(fields.get('sum')?.candidates[0]?.why).toContain('stands where it is looked for')
  })

  it('of two values in the box takes the one beside the label', () => {
    const pages = [
      typedPage([
        [40, 100, 'Deposit'],
        [160, 100, '500.00'],
        [40, 130, 'Amount'],
        [160, 130, '10.00'],
      ]),
    ]
    expect(answer('amount', { box: top }, pages)).toBe('10.00')
  })

  it('keeps to its pattern in the box', () => {
    const spec = { ...specs.note, pattern: 'visa|cash', where: { box: top } }
    expect(found({ note: spec }).get('note')?.value).toBe('Nora Lindqvist')
    const unlabelled = { type: 'text', pattern: 'visa|cash', where: { box: top } }
    expect(found({ how: unlabelled }).get('how')?.value).toBeNull()
  })

  it('changes nothing for a field without one, also beside a field that has one', () => {
    const alone = found(specs)
    const { where: _, ...older } = templateSchema.parse({
      ...{ name: 'a', version: 1, title: 'A', fields: [{ name: 'x', label: 'x', type: 'text' }] },
    }).fields[0] as Record<string, unknown>
    expect(Object.keys(older)).not.toContain('where')
    const anywhere = Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [name, { ...spec, where: { pages: 'any' } }]),
    )
    expect(found(anywhere)).toEqual(alone)
    const boxed = { type: 'date', labels: ['Date'], where: { box: bottom } }
    const beside = found({ ...specs, other: boxed })
    for (const name of ['amount', 'reference', 'tenant', 'note'])
      expect(beside.get(name)).toEqual(alone.get(name))
  })

  it('is not missed in a template that an older Sheaf froze', () => {
    const template = templateSchema.parse({
      ...{ name: 'lease', version: 1, title: 'Lease' },
      fields: [{ name: 'date', label: 'Date', type: 'date' }],
    })
    const { where: _, ...field } = template.fields[0] as (typeof template.fields)[number]
    const frozen = { ...template, fields: [field as (typeof template.fields)[number]] }
    const asked = { pages: [typedPage(paper)], missingPages: [], choice: 'lease' }
    const [older] = readDocuments({ ...asked, templates: [frozen], today: '2026-06-01' })
    const [now] = readDocuments({ ...asked, templates: [template], today: '2026-06-01' })
    expect(older?.fields).toEqual(now?.fields)
  })
})
