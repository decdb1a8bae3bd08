import { describe, expect, it } from 'vitest'
import type { Page, Word } from '../model.ts'
import { templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

/** What somebody who lets flats would write down in ten minutes. */
const lease = templateSchema.parse({
  name: 'lease',
  version: 1,
  title: 'Lease',
  fields: [
    { name: 'lease_no', label: 'Lease', type: 'identifier', labels: ['Lease no', 'Lease #'] },
    { name: 'tenant', label: 'Tenant', type: 'name', labels: ['Tenant'] },
    { name: 'rent', label: 'Rent', type: 'amount', labels: ['Rent', 'Total rent'] },
    { name: 'lease_from', label: 'From', type: 'date', labels: ['Lease term', 'Move in'] },
    { name: 'lease_to', label: 'To', type: 'date', labels: ['Lease term', 'Move out'] },
    { name: 'remarks', label: 'Remarks', type: 'text', labels: ['Remarks'] },
  ],
})

function documentOf(pages: readonly Page[], template = lease) {
  const [document] = readDocuments({
    pages,
    missingPages: [],
    templates: [template],
    choice: template.name,
    today: '2026-06-01',
  })
  if (!document) throw new Error('no document')
  return document
}

const fieldsOf = (...pages: readonly (readonly TypedRun[])[]) =>
  Object.fromEntries(
    documentOf(pages.map((runs, i) => typedPage(runs, { number: i + 1 }))).fields.map((field) => [
      field.name,
      field,
    ]),
  )

const valuesOf = (...pages: readonly (readonly TypedRun[])[]) =>
  Object.fromEntries(
    Object.entries(fieldsOf(...pages)).flatMap(([name, { value }]) =>
      value === null ? [] : [[name, value]],
    ),
  )

/** A whole lease, a label and its value a line. */
const plain: readonly TypedRun[] = [
  [40, 40, 'LEASE AGREEMENT'],
  [40, 80, 'Lease no'],
  [160, 80, 'HB-2026/014-A'],
  [40, 100, 'Tenant'],
  [160, 100, 'Nora Lindqvist'],
  [40, 120, 'Lease term'],
  [160, 120, '03/15/26 - 04/30/27'],
  [40, 140, 'Rent'],
  [160, 140, '$1,250.00'],
  [40, 160, 'Remarks'],
  [160, 160, 'No pets, second floor'],
]

const all = {
  lease_no: 'HB-2026/014-A',
  tenant: 'Nora Lindqvist',
  lease_from: '2026-03-15',
  lease_to: '2027-04-30',
  rent: '1250.00',
  remarks: 'No pets, second floor',
}

describe('a template of one’s own finds a value', () => {
  it('right of its label', () => {
    expect(valuesOf(plain)).toEqual(all)
  })

  it('behind a colon in the same run of words', () => {
    expect(
      valuesOf([
        [40, 80, 'Lease no: HB-2026/014-A'],
        [40, 100, 'Tenant: Nora Lindqvist'],
        [40, 120, 'Lease term: 03/15/26 to 04/30/27'],
        [40, 140, 'Rent: $1,250.00'],
        [40, 160, 'Remarks: No pets, second floor'],
      ]),
    ).toEqual(all)
  })

  it('below its label, under a heading of its own', () => {
    expect(
      valuesOf([
        [40, 80, 'Lease no'],
        [40, 92, 'HB-2026/014-A'],
        [300, 80, 'Tenant'],
        [300, 92, 'Nora Lindqvist'],
        [40, 120, 'Lease term'],
        [40, 132, '03/15/26 - 04/30/27'],
        [300, 120, 'Rent'],
        [300, 132, '$1,250.00'],
        [40, 160, 'Remarks'],
        [40, 172, 'No pets, second floor'],
      ]),
    ).toEqual(all)
  })

  it('in a row of values under a row of labels', () => {
    expect(
      valuesOf([
        [40, 80, 'Lease no'],
        [150, 80, 'Tenant'],
        [280, 80, 'Move in'],
        [380, 80, 'Move out'],
        [480, 80, 'Rent'],
        [40, 94, 'HB-2026/014-A'],
        [150, 94, 'Nora Lindqvist'],
        [280, 94, '03/15/26'],
        [380, 94, '04/30/27'],
        [480, 94, '$1,250.00'],
      ]),
    ).toEqual({ ...all, remarks: undefined })
  })

  it('above a small caption, in a boxed form', () => {
    const page = typedPage([
      [40, 80, 'Nora Lindqvist'],
      [40, 93, 'Tenant'],
      [200, 80, '03/15/26'],
      [200, 93, 'Move in'],
      [300, 80, 'HB-2026/014-A'],
      [300, 93, 'Lease no'],
    ])
    const words = page.words.map((word): Word => {
      const [x0, , x1, y1] = word.box
      return y1 === 93 ? { ...word, box: [x0, 84, x1, 90] } : word
    })
    const { fields } = documentOf([{ ...page, words }])
    const found = fields.filter(({ value }) => value !== null)
    expect(found.map(({ value }) => value)).toEqual([
      'HB-2026/014-A',
      'Nora Lindqvist',
      '2026-03-15',
    ])
    expect(found[1]?.candidates[0]?.why).toEqual(['above “Tenant”'])
  })

  it('in a numbered box, typed with gaps as wide as columns', () => {
    const runs: TypedRun[] = [
      [40, 80, '1. Tenant'],
      [330, 80, '2. Registration No.'],
      [50, 96, 'Lindqvist,'],
      [120, 96, 'Berg'],
      [160, 96, '&'],
      [185, 96, 'Sons'],
      [340, 96, '3492'],
    ]
    expect(valuesOf(runs)).toEqual({ tenant: 'Lindqvist, Berg & Sons' })
  })

  it('over two lines, and stops at the next label', () => {
    expect(
      valuesOf([
        [40, 80, 'Tenant:'],
        [160, 80, 'Housing Association of the'],
        [160, 91, 'Northern Harbour'],
        [40, 120, 'Remarks:'],
        [160, 120, 'No pets'],
        [40, 131, 'Floor:'],
        [160, 131, 'Second'],
      ]),
    ).toEqual({ tenant: 'Housing Association of the Northern Harbour', remarks: 'No pets' })
  })

  it('over two lines, with a word that a hyphen breaks', () => {
    const runs: TypedRun[] = [
      [40, 80, 'Remarks'],
      [160, 80, 'Handed over with a freshly reno-'],
      [160, 91, 'vated kitchen'],
    ]
    expect(valuesOf(runs)).toEqual({
      remarks: 'Handed over with a freshly renovated kitchen',
    })
  })

  it('in words for months, with the days of the week between', () => {
    const range = 'Lease term: Sunday, March 15, 2026 to Friday, April 30, 2027'
    expect(valuesOf([[40, 80, range]])).toEqual({
      lease_from: '2026-03-15',
      lease_to: '2027-04-30',
    })
  })

  it('in two dates that only a hyphen joins', () => {
    expect(valuesOf([[40, 80, 'Lease term 03/15/26-04/30/27']])).toEqual({
      lease_from: '2026-03-15',
      lease_to: '2027-04-30',
    })
  })

  it('as the sum and not the count before it', () => {
    const runs: TypedRun[] = [
      [40, 80, 'Total rent'],
      [200, 80, '12'],
      [300, 80, '$15,000.00'],
      [300, 200, '$300.00'],
      [300, 220, '$200.00'],
    ]
    expect(valuesOf(runs)).toEqual({ rent: '15000.00' })
  })

  it('at the foot of the column that its label heads', () => {
    const runs: TypedRun[] = [
      [40, 80, 'Month'],
      [300, 80, 'Rent'],
      ...['$1,250.00', '$1,300.00', '$1,310.00', '$3,860.00'].map(
        (text, i): TypedRun => [290, 94 + 14 * i, text],
      ),
    ]
    expect(valuesOf(runs)).toMatchObject({ rent: '3860.00' })
  })

  it('that the head of every page repeats, and is surer of it', () => {
    const once = fieldsOf(plain).tenant
    const thrice = fieldsOf(plain, plain, plain).tenant
    expect(thrice?.value).toBe(once?.value)
    expect(thrice?.confidence).toBeGreaterThan(once?.confidence ?? 1)
  })

  it('first of two under one label', () => {
    const runs: TypedRun[] = [
      [40, 80, 'Lease no / revision'],
      [50, 92, '884120'],
      [100, 92, '/ 3'],
    ]
    expect(valuesOf(runs)).toEqual({ lease_no: '884120' })
  })
})

describe('a template of one’s own leaves empty', () => {
  it.each(Object.keys(all))('%s, when it is not on the page', (name) => {
    const label = { lease_from: 'Lease term', lease_to: 'Lease term' } as Record<string, string>
    const title = label[name] ?? lease.fields.find((field) => field.name === name)?.labels
    const row = plain.find(([, , text]) => [title].flat().includes(text))
    const without = plain.filter(([, y]) => y !== row?.[1])
    expect(without.length).toBe(plain.length - 2)
    expect(valuesOf(without)).not.toHaveProperty(name)
  })

  it('a name beside which only another caption stands', () => {
    expect(
      valuesOf([
        [40, 80, 'Tenant'],
        [200, 80, 'Rent due date:'],
        [40, 92, 'Landlord name:'],
      ]),
    ).not.toHaveProperty('tenant')
  })

  it('a name of which a sentence only speaks', () => {
    const sentence = 'Tenant agrees to keep the flat in good repair and to pay for all damage.'
    expect(valuesOf([[40, 80, sentence]])).not.toHaveProperty('tenant')
  })
})

describe('a template of one’s own', () => {
  it('believes a value less when the label it cites is gone', () => {
    const whole = fieldsOf(plain)
    for (const [name, field] of Object.entries(whole)) {
      const cited = /“(.+)”/.exec(field.candidates[0]?.why[0] ?? '')?.[1]
      expect(cited, name).toBeTruthy()
      const without = fieldsOf(plain.filter(([, , text]) => text !== cited))[name]
      expect(without?.value === null || (without?.confidence ?? 1) < field.confidence, name).toBe(
        true,
      )
    }
  })

  it('looks for a field’s title when it gives no labels', () => {
    const bare = templateSchema.parse({
      name: 'bare',
      version: 1,
      title: 'Bare',
      fields: [{ name: 'tenant', label: 'Tenant', type: 'name' }],
    })
    const [tenant] = documentOf([typedPage(plain)], bare).fields
    expect(tenant?.value).toBe('Nora Lindqvist')
  })

  it('asks for a look at a name that goes on where nobody sees it', () => {
    const tenant = fieldsOf([[40, 80, 'Tenant: Harbour Housing and Building Society /']]).tenant
    expect(tenant).toMatchObject({ needsReview: true })
  })

  it('offers a name with and without the number behind it, unless the document tells', () => {
    const asked = fieldsOf([[40, 80, 'Tenant: Nora Lindqvist (40112)']]).tenant
    expect(asked?.candidates.map(({ value }) => value)).toEqual([
      'Nora Lindqvist (40112)',
      'Nora Lindqvist',
    ])
    expect(asked?.needsReview).toBe(true)
    const told = fieldsOf([
      [40, 80, 'Tenant: Nora Lindqvist (40112)'],
      [300, 200, 'Nora Lindqvist'],
    ]).tenant
    expect(told?.value).toBe('Nora Lindqvist')
  })

  it('holds a pattern against the whole value, and never hangs on it', () => {
    const hanging = templateSchema.parse({
      ...lease,
      fields: [{ ...lease.fields[0], pattern: '(a+)+$' }],
    })
    const started = performance.now()
    const page = typedPage([[40, 80, `Lease no: ${'a'.repeat(5000)}1`]])
    expect(documentOf([page], hanging).fields[0]?.value).toBeNull()
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
