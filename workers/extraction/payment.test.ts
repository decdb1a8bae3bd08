import { describe, expect, it } from 'vitest'
import { linesOf } from '../layout/lines.ts'
import { lineTextOf } from '../layout/lineText.ts'
import { typedPage } from '../testing/typedPage.ts'
import { supportGross } from './payment.ts'
import type { LabelScore } from './scoring.ts'

/** Amounts on lines of their own, from the top. */
function printed(...amounts: readonly (readonly [value: string, score: number])[]): LabelScore[] {
  return amounts.map(([value, score], i) => {
    const top = 20 * i
    const [line] = linesOf(typedPage([[0, top, value]])).map(lineTextOf)
    if (!line) throw new Error('no line')
    const box = [0, top, 30, top + 10] as const
    const place = { type: 'amount', line, from: 0, to: value.length, box } as const
    const span = { ...place, value, raw: value, strong: true, other: null, isMended: false }
    return { span, signals: { right: score }, score, kind: 'right', why: [] }
  })
}

function leading(gross: readonly LabelScore[], ...rest: [object, LabelScore[]?]): string {
  const raised = supportGross(gross, ...rest)
  return raised.toSorted((a, b) => b.score - a.score)[0]?.span.value ?? ''
}

describe('supportGross', () => {
  it('believes payment and change before a labelled total that differs from theirs in one figure', () => {
    const gross = printed(['83.20', 0.95], ['83.40', 0], ['90.00', 0.3], ['6.60', 0.2])
    const paid = [{ ...(gross[2] as LabelScore), score: 0.8 }]
    const change = [{ ...(gross[3] as LabelScore), score: 0.8 }]
    expect(leading(gross, { paid, change })).toBe('83.40')
    const other = printed(['71.20', 0.95], ['83.40', 0], ['90.00', 0.3], ['6.60', 0.2])
    expect(leading(other, { paid, change })).toBe('71.20')
  })

  it('believes a payment without a label between the total and its change', () => {
    const gross = printed(['9.99', 0.3], ['7.20', 0], ['10.00', 0], ['2.80', 0])
    const change = [{ ...(gross[3] as LabelScore), score: 0.8 }]
    expect(leading(gross, { change })).toBe('7.20')
  })

  it('prefers what was rounded to coins, where it is printed', () => {
    const gross = printed(['27.28', 0.8], ['27.30', 0])
    expect(leading(gross, { rounding: [] })).toBe('27.30')
    expect(leading(printed(['27.28', 0.8], ['27.35', 0]), { rounding: [] })).toBe('27.28')
  })

  it('takes the base of a tax for no total', () => {
    const gross = printed(['20.50', 0.7], ['19.34', 0.8], ['1.16', 0])
    const tax = [{ ...(gross[2] as LabelScore), score: 0.6 }]
    expect(leading(gross, { rounding: [] }, tax)).toBe('20.50')
  })

  it('takes the payment where no change was given and no total can be read', () => {
    const gross = printed(['50.45', 0], ['0.00', 0])
    const [paid, change] = gross.map((entry) => ({ ...entry, score: 0.8 }))
    const [first] = supportGross(gross, { paid: [paid], change: [change] } as never)
    expect(first?.score).toBeGreaterThan(0.2)
  })

  it('takes nothing for a total where something is printed', () => {
    expect(leading(printed(['0.00', 0.8], ['4.70', 0.6]), {})).toBe('4.70')
  })
})
