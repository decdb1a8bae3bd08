import { describe, expect, it } from 'vitest'
import { isSame, truthOf } from './evaluation.ts'

describe('isSame', () => {
  it('compares names by letters and digits, whatever their case and marks', () => {
    expect(isSame('seller_name', 'Pell & Söhne GmbH', 'PELL & SÖHNE  GMBH.')).toBe(true)
    expect(isSame('seller_name', 'Pell & Söhne GmbH', 'Pell & Sohne GmbH')).toBe(false)
    expect(isSame('invoice_number', 'RE-0042', 'RE 0042')).toBe(true)
    expect(isSame('invoice_number', 'RE-0042', 'RE-42')).toBe(false)
  })

  it('compares amounts as numbers, with their sign', () => {
    expect(isSame('grand_total', '1,190.00', '1190.00')).toBe(true)
    expect(isSame('grand_total', 'EUR 1190', '1190.00')).toBe(true)
    expect(isSame('grand_total', '1190.00', '-1190.00')).toBe(false)
    expect(isSame('due_payable', '1190.00', '1190.01')).toBe(false)
  })

  it('compares days, and leaves out the time behind them', () => {
    expect(isSame('issue_date', '2026-04-23', '2026-04-23T00:00:00')).toBe(true)
    expect(isSame('issue_date', '2026-04-23', '2026-04-24')).toBe(false)
    // Flights and stays are days as well.
    expect(isSame('flight_from', '2026-04-23', '2026-04-23 ')).toBe(true)
    expect(isSame('issue_date', '23 April', '23. april')).toBe(true)
  })

  it('wants every part of an address, in any order and with more beside them', () => {
    const wanted = 'Mill Lane 12\n20457\nHamburg'
    expect(isSame('seller_address', wanted, 'Larch & Lime, Mill Lane 12, D-20457 Hamburg')).toBe(
      true,
    )
    expect(isSame('seller_address', wanted, 'Mill Lane 12, Hamburg')).toBe(false)
  })
})

describe('truthOf', () => {
  const line = {
    file: 'bills/one.pdf',
    fields: { seller_name: 'Larch & Lime', grand_total: '1.190,00 €', due_date: '' },
    normalized: { grand_total: '1190.00' },
  }

  it('gives the normalised value before the printed one', () => {
    const truth = truthOf(line)
    expect(truth.valueOf('grand_total')).toBe('1190.00')
    expect(truth.valueOf('seller_name')).toBe('Larch & Lime')
  })

  it('tells what a document has not from what nobody looked for', () => {
    const truth = truthOf({ ...line, absent_fields: ['iban'], not_printed: ['currency'] })
    const asked = ['iban', 'currency', 'order_number', 'grand_total']
    expect(asked.map(truth.valueOf)).toEqual([null, null, null, '1190.00'])
    expect(asked.filter(truth.isSilent)).toEqual(['currency', 'order_number'])
  })

  it('gives nothing for a value that is empty', () => {
    expect(truthOf(line).valueOf('due_date')).toBe(null)
  })

  it('knows the names that receipts have for our fields', () => {
    const truth = truthOf({ file: 'r.jpg', fields: { company: 'PELL STORES', address: 'KADE 3' } })
    expect(truth.valueOf('merchant_name')).toBe('PELL STORES')
    expect(truth.valueOf('merchant_address')).toBe('KADE 3')
    expect(truth.isSilent('merchant_name')).toBe(false)
  })

  it('puts the parts of an address together, where all of them are printed', () => {
    const parts = {
      seller_street: 'Mill Lane 12',
      seller_postcode: '20457',
      seller_city: 'Hamburg',
    }
    const truth = truthOf({ ...line, fields: parts })
    expect(truth.valueOf('seller_address')).toBe('Mill Lane 12\n20457\nHamburg')
    expect(truth.isSilent('seller_address')).toBe(false)
    const lacking = truthOf({ ...line, fields: parts, not_printed: ['seller_city'] })
    expect(lacking.valueOf('seller_address')).toBe(null)
    expect(lacking.isSilent('seller_address')).toBe(true)
    expect(truth.isSilent('buyer_address')).toBe(true)
  })

  it('knows documents of a vendor by its group, else its name, else the file', () => {
    const vendorOf = (changes: object) => truthOf({ ...line, ...changes }).vendor
    expect(vendorOf({})).toBe(vendorOf({ fields: { company: 'LARCH, LIME' } }))
    expect(vendorOf({ group: 'g-7' })).not.toBe(vendorOf({}))
    expect(vendorOf({ fields: {} })).not.toBe(vendorOf({ fields: {}, file: 'bills/two.pdf' }))
  })
})
