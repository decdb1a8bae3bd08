import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../languages.ts'
import { billWords } from '../../testing/billWords.ts'
import { fieldNamed, inventedIn, readTyped, valuesOf } from '../../testing/readTyped.ts'
import { type Bill, billOf, typedBill } from '../../testing/typedBill.ts'

/** Net, tax and total of a bill as the program gives them. */
const totalsOf = (bill: Bill) =>
  bill.sums.map(([, amount]) => {
    const digits = amount.replace(/\D/g, '')
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`
  })

describe('14: places learned by heart, lost when lines grow', () => {
  it.each([
    [1, 1],
    [5, 1],
    [40, 2],
    [80, 3],
  ])(
    'the same vendor’s bill of %i lines on %i pages gives the same, and its totals',
    (lines, count) => {
      const short = valuesOf(readTyped(typedBill(billOf('en', 2))))
      const bill = billOf('en', lines)
      const pages = typedBill(bill)
      expect(pages.length).toBe(count)
      const document = readTyped(pages)
      const { net_total, tax_total, grand_total, ...others } = valuesOf(document)
      expect([net_total, tax_total, grand_total]).toEqual(totalsOf(bill))
      const { net_total: _n, tax_total: _t, grand_total: _g, ...same } = short
      expect(others).toEqual(same)
      expect(document.tables.line_items?.length).toBe(lines)
      expect(document.mathValid).toBe(true)
      expect(inventedIn(document, pages)).toEqual([])
    },
  )

  it('the same page moved, or larger, gives the same', () => {
    const bill = typedBill(billOf('de', 4))
    const wanted = valuesOf(readTyped(bill))
    for (const [grow, right, down] of [
      [1, 18, 25],
      [1, -12, -20],
      [1.3, 0, 0],
      [0.6, 40, 40],
    ] as const) {
      const moved = bill.map((page) => ({
        ...page,
        size: [page.size[0] * grow, page.size[1] * grow] as const,
        words: page.words.map((word) => ({
          ...word,
          box: word.box.map((edge, i) => edge * grow + (i % 2 ? down : right)) as never,
        })),
      }))
      expect(valuesOf(readTyped(moved)), `${grow} ${right} ${down}`).toEqual(wanted)
    }
  })
})

describe('21: buyer and seller swapped', () => {
  const parties = ['seller_name', 'seller_address', 'buyer_name', 'buyer_address'] as const
  const pick = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(parties.map((name) => [name, values[name]]))

  it.each(languages)('never in an ordinary bill, whoever bills whom (%s)', (language) => {
    const bill = billOf(language)
    const { seller, buyer } = bill
    const there = pick(valuesOf(readTyped(typedBill(bill))))
    const back = pick(valuesOf(readTyped(typedBill({ ...bill, seller: buyer, buyer: seller }))))
    expect(there).toEqual({
      seller_name: 'Larch & Lime GmbH',
      seller_address: 'Mill Lane 12, 20457 Hamburg',
      buyer_name: 'Pell Stores B.V.',
      buyer_address: 'Kade 3, 1011 AB Amsterdam',
    })
    expect(back).toEqual({
      seller_name: there.buyer_name,
      seller_address: there.buyer_address,
      buyer_name: there.seller_name,
      buyer_address: there.seller_address,
    })
  })

  it('a buyer’s VAT id is not the seller’s', () => {
    const bill = billOf('en', 2, { foot: 'VAT DE123456789' })
    const head = [...bill.head, ['Your VAT no', 'NL000533142B01']] as const
    expect(valuesOf(readTyped(typedBill({ ...bill, head })))).toMatchObject({
      seller_vat_id: 'DE123456789',
      buyer_vat_id: 'NL000533142B01',
    })
  })

  it.each(['VAT no', 'VAT'])(
    'nor under a “%s” that could be anybody’s, below its own name',
    (label) => {
      const bill = billOf('en')
      const buyer = [...bill.buyer, `${label} NL000533142B01`]
      const both = valuesOf(readTyped(typedBill({ ...bill, buyer })))
      expect(both).toMatchObject({ seller_vat_id: 'DE123456789', buyer_vat_id: 'NL000533142B01' })
      const alone = valuesOf(readTyped(typedBill({ ...bill, buyer, foot: '' })))
      expect(alone.seller_vat_id).toBeUndefined()
      expect(alone.buyer_vat_id).toBe('NL000533142B01')
    },
  )

  it('a street over its place is nobody’s name', () => {
    const bill = billOf('en')
    const document = readTyped(typedBill({ ...bill, buyer: bill.buyer.slice(1) }))
    expect(valuesOf(document).buyer_name).toBeUndefined()
  })

  it('the bank that the claim was sold to is not the seller', () => {
    const foot =
      'Claim assigned to Harbour Factoring Bank AG, pay to IBAN DE89 3704 0044 0532 0130 00'
    const document = readTyped(typedBill(billOf('en', 2, { foot })))
    expect(valuesOf(document).seller_name).toBe('Larch & Lime GmbH')
  })
})

/** What one bill lacks: its label with its value, or the value alone beside a label left blank. */
function without(bill: Bill, field: string, isBlank: boolean): Bill {
  const drop = (rows: Bill['head'], at: number) =>
    isBlank
      ? rows.map(([label, value], i) => [label, i === at ? '' : value] as const)
      : rows.filter((_, i) => i !== at)
  const inHead = ['invoice_number', 'issue_date', 'due_date'].indexOf(field)
  const inSums = ['net_total', 'tax_total', 'grand_total'].indexOf(field)
  if (inHead >= 0) return { ...bill, head: drop(bill.head, inHead) }
  if (inSums >= 0) return { ...bill, sums: drop(bill.sums, inSums) }
  if (field === 'seller_name') return { ...bill, seller: [] }
  if (field === 'buyer_name') return { ...bill, buyer: [] }
  const ids = { seller_vat_id: /VAT \S+/, iban: /IBAN [A-Z\d ]+(?= {2})/, bic: /BIC \S+/ }
  return { ...bill, foot: bill.foot.replace(ids[field as keyof typeof ids], '') }
}

describe('22: what is absent is given the nearest thing', () => {
  const fields = [
    ...['invoice_number', 'issue_date', 'due_date', 'net_total', 'tax_total', 'grand_total'],
    ...['seller_name', 'buyer_name', 'seller_vat_id', 'iban', 'bic'],
  ]
  it.each([
    ['label and all', false],
    ['beside a label left blank', true],
  ])(
    'one field at a time, %s: at most three of a hundred, and none without a look',
    (_, isBlank) => {
      const cases = languages.flatMap((language) =>
        [1, 3, 30].flatMap((lines) =>
          fields.map((field) => {
            const bill = billOf(language, lines)
            const pages = typedBill(without(bill, field, isBlank))
            const document = readTyped(pages, 'invoice')
            expect(inventedIn(document, pages)).toEqual([])
            const { value, needsReview } = fieldNamed(document, field)
            const [net] = totalsOf(bill)
            // Of a single item the amount is the net, whether or not it is said twice.
            const isWrong = value !== null && !(field === 'net_total' && value === net)
            return { field: `${language} ${lines} ${field} ${value}`, isWrong, needsReview }
          }),
        ),
      )
      const given = cases.filter(({ isWrong }) => isWrong)
      const say = given.map(({ field }) => field).join('\n')
      expect(given.length / cases.length, say).toBeLessThanOrEqual(0.03)
      expect(given.filter(({ needsReview }) => !needsReview)).toEqual([])
    },
  )
})

describe('30: languages claimed and never tested', () => {
  it.each(languages)('the usual labels of %s find their values', (language) => {
    const document = readTyped(typedBill(billOf(language, 3)))
    expect(document).toMatchObject({ type: 'invoice', mathValid: true })
    const { head, sums } = billWords[language]
    const cited = {
      invoice_number: head[0],
      issue_date: head[1],
      due_date: head[2],
      net_total: sums[0],
      grand_total: sums[2],
    }
    for (const [name, label] of Object.entries(cited)) {
      const [best] = fieldNamed(document, name).candidates
      expect(best?.why.join(), name).toContain(label.split(' ')[0])
    }
  })

  it.each(languages)(
    'every item of a bill in %s is found under its headings',
    (language: Language) => {
      const { tables } = readTyped(typedBill(billOf(language, 7)))
      expect(tables.line_items?.map((row) => row.line_total?.raw)).toEqual(
        billOf(language, 7).items.map(([, , , amount]) => amount),
      )
    },
  )
})
