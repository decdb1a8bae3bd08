import { describe, expect, it } from 'vitest'
import { linesOf } from '../layout/lines.ts'
import { type LineText, lineTextOf } from '../layout/lineText.ts'
import { typedPage } from '../testing/typedPage.ts'
import { supportGross } from './payment.ts'
import type { LabelScore } from './scoring.ts'
import { decodeTotals } from './totals.ts'

const line = linesOf(typedPage([[0, 20, 'x']])).map(lineTextOf)[0] as LineText

/** An amount with what its labels say for it; each is a print of its own. */
function amount(value: string, score: number): LabelScore {
  const span = {
    type: 'amount',
    line,
    from: 0,
    to: 1,
    box: [0, 0, 1, 1],
    value,
    raw: value,
    strong: true,
    other: null,
    isMended: false,
  } as const
  return { span, signals: { right: score }, score, kind: 'right', why: [] }
}

const valuesOf = ({ chosen }: ReturnType<typeof decodeTotals>) =>
  [chosen.net, chosen.tax, chosen.gross].map((part) => part?.span.value)

describe('decodeTotals', () => {
  it('takes the total that adds up for a better labelled one that differs from it in one figure', () => {
    const [net, tax] = [amount('1000.00', 0.4), amount('190.00', 0.4)]
    const [sum, misread] = [amount('1190.00', 0.05), amount('1790.00', 3)]
    const decoded = decodeTotals({ net: [net], tax: [tax], gross: [sum, misread] })
    expect(valuesOf(decoded)).toEqual(['1000.00', '190.00', '1190.00'])
  })

  it('prefers three amounts that add up to better labelled ones that do not', () => {
    const [net, tax, gross, wrong] = [
      amount('1000.00', 0.7),
      amount('190.00', 0.6),
      amount('1190.00', 0.5),
      amount('99999.00', 0.6),
    ]
    const decoded = decodeTotals({ net: [net], tax: [tax], gross: [gross, wrong] })
    expect(valuesOf(decoded)).toEqual(['1000.00', '190.00', '1190.00'])
    expect(decoded.proven).toBe(true)
  })

  it('does not take a tax of more than 30 % for one', () => {
    const decoded = decodeTotals({
      net: [amount('10.00', 0.5)],
      tax: [amount('5.00', 0.5)],
      gross: [amount('15.00', 0.4), amount('40.00', 0.6)],
    })
    expect(decoded.chosen.gross?.span.value).toBe('40.00')
    expect(decoded.proven).toBe(false)
  })

  it('does not use one print twice', () => {
    const both = amount('100.00', 0.8)
    const decoded = decodeTotals({ net: [both], tax: [amount('0.00', 0.8)], gross: [both] })
    expect(decoded.proven).toBe(false)
  })

  it('adds up the taxes of several rates where no sum of them is printed', () => {
    const taxes = [amount('52.04', 0.7), amount('24.03', 0.7), amount('247.80', 0.4)]
    const decoded = decodeTotals({
      net: [amount('514.80', 0.8)],
      tax: taxes,
      gross: [amount('590.87', 0.8)],
    })
    expect(decoded.taxes.map((tax) => tax.span.value).toSorted()).toEqual(['24.03', '52.04'])
    expect(decoded.proven).toBe(true)
    expect(decoded.chosen.tax).toBeUndefined()
  })

  it('leaves net and tax open where one rate’s row of a table is all there is', () => {
    const below = (value: string) => ({ ...amount(value, 0.6), kind: 'below' as const })
    const decoded = decodeTotals({
      net: [below('7.82')],
      tax: [below('1.48')],
      gross: [amount('28.65', 0.9)],
    })
    expect(valuesOf(decoded)).toEqual([undefined, undefined, '28.65'])
  })

  it('adds up credit notes too', () => {
    const decoded = decodeTotals({
      net: [amount('-100.00', 0.7)],
      tax: [amount('-19.00', 0.7)],
      gross: [amount('-119.00', 0.7)],
    })
    expect(decoded.proven).toBe(true)
  })
})

describe('supportGross', () => {
  it('raises the amount that was paid less what was given back', () => {
    const [total, other] = [amount('4.50', 0.3), amount('9.90', 0.5)]
    const raised = supportGross([total, other], {
      paid: [amount('5.00', 0.8)],
      change: [amount('0.50', 0.8)],
    })
    expect(raised.toSorted((a, b) => b.score - a.score)[0]?.span.value).toBe('4.50')
  })

  it('leaves everything as it is where nobody paid', () => {
    const gross = [amount('4.50', 0.3)]
    expect(supportGross(gross, {})).toEqual(gross)
  })
})
