import { describe, expect, it } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import { templateSchema } from '../template.ts'
import { validate } from './validate.ts'

const template = templateSchema.parse(invoice)
const check = (values: Record<string, string>) =>
  validate(
    template,
    Object.entries(values).map(([name, value]) => ({ name, value })),
    {},
  )
const passed = (values: Record<string, string>, code: string) =>
  check(values).checks.find((found) => found.code === code)?.passed

describe('validate', () => {
  it('holds net and tax against the total, to two hundredths', () => {
    expect(
      passed({ net_total: '100.00', tax_total: '19.00', grand_total: '119.00' }, 'totals_add_up'),
    ).toBe(true)
    expect(
      passed({ net_total: '100.00', tax_total: '19.00', grand_total: '119.02' }, 'totals_add_up'),
    ).toBe(true)
    expect(
      passed({ net_total: '100.00', tax_total: '19.00', grand_total: '119.03' }, 'totals_add_up'),
    ).toBe(false)
  })

  it('says nothing of sums that are not all there', () => {
    expect(check({ grand_total: '119.00' }).mathValid).toBeNull()
  })

  it('names both sides of a sum that fails', () => {
    const { checks, mathValid } = check({
      net_total: '100.00',
      tax_total: '19.00',
      grand_total: '120.00',
    })
    expect(mathValid).toBe(false)
    expect(checks[0]?.sentence).toBe('Net 100.00 and tax 19.00 make 119.00; the total says 120.00.')
  })

  it('doubts an IBAN whose check digits fail and a due date before the invoice', () => {
    expect(passed({ iban: 'DE89370400440532013001' }, 'iban_check_digits')).toBe(false)
    expect(passed({ issue_date: '2026-03-05', due_date: '2026-03-04' }, 'due_after_issue')).toBe(
      false,
    )
    expect(passed({ issue_date: '2026-03-05', due_date: '2026-03-05' }, 'due_after_issue')).toBe(
      true,
    )
  })

  it('misses required fields one by one', () => {
    expect(passed({}, 'has_invoice_number')).toBe(false)
    expect(passed({ invoice_number: '007' }, 'has_invoice_number')).toBe(true)
  })
})
