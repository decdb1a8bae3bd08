import { expect, it } from 'vitest'
import { ciiXml } from '../testing/ciiXml.ts'
import { readEInvoice } from './readEInvoice.ts'

const read = (text: string) => readEInvoice(new TextEncoder().encode(text))
const factsOf = (text: string) =>
  Object.fromEntries(read(text)?.facts.map(({ term, value }) => [term, value]) ?? [])
const rowsOf = (text: string, group: 'BG-25' | 'BG-23') =>
  (read(text)?.rows ?? [])
    .filter((row) => row.group === group)
    .map(({ facts }) => Object.fromEntries(facts.map(({ term, value }) => [term, value])))

it('a cross industry invoice is read under its business terms', () => {
  const text = ciiXml({
    ...{ number: 'RE-7', issued: '2026-03-05', seller: 'Kern &amp; Söhne KG', gross: '119' },
    lines: [{ name: 'Fenster', quantity: '2.0000', price: '50.125', total: '100.25' }],
  })
  expect(read(text)).toMatchObject({ reader: 'xml', format: 'cii', box: null })
  expect(factsOf(text)).toEqual({
    ...{ 'BT-1': 'RE-7', 'BT-2': '2026-03-05', 'BT-27': 'Kern & Söhne KG', 'BT-112': '119.00' },
  })
  expect(rowsOf(text, 'BG-25')).toEqual([
    {
      ...{ 'BT-126': '1', 'BT-153': 'Fenster', 'BT-129': '2', 'BT-130': 'C62' },
      ...{ 'BT-146': '50.125', 'BT-131': '100.25' },
    },
  ])
})

it('what the first edition calls otherwise is read as well', () => {
  const text = `<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="r">
    <rsm:HeaderExchangedDocument><ram:ID>12</ram:ID><ram:IssueDateTime><d format="102">20260305</d></ram:IssueDateTime></rsm:HeaderExchangedDocument>
    <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeSettlement>
    <ram:ApplicableTradeTax><ram:CalculatedAmount>19.00</ram:CalculatedAmount><ram:BasisAmount>100.00</ram:BasisAmount><ram:ApplicablePercent>19.00</ram:ApplicablePercent></ram:ApplicableTradeTax>
    <ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
    </ram:ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`
  expect(factsOf(text)).toEqual({ 'BT-1': '12', 'BT-2': '2026-03-05', 'BT-112': '119.00' })
  expect(rowsOf(text, 'BG-23')).toEqual([{ 'BT-119': '19', 'BT-116': '100.00', 'BT-117': '19.00' }])
})

it('a day that gives a discount, and one of several instalments, is no due date', () => {
  const due = (day: string, more = '') =>
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><d>${day}</d></ram:DueDateDateTime>${more}</ram:SpecifiedTradePaymentTerms>`
  const within = (terms: string) =>
    ciiXml({ number: '1' }).replace('<ram:SpecifiedTradeSettlementPaymentMeans>', `${terms}$&`)
  const discount = '<ram:ApplicableTradePaymentDiscountTerms/>'
  const discounted = within(due('20260301', discount) + due('20260315'))
  expect(factsOf(discounted)['BT-9']).toBe('2026-03-15')
  expect(factsOf(within(due('20260301') + due('20260315')))['BT-9']).toBeUndefined()
})

const ubl = (root: string, body: string) =>
  `<?xml version="1.0"?><ns:${root} xmlns:ns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:c="c"><c:ID>U-1</c:ID>${body}</ns:${root}>`

it('UBL is read under the same terms, an invoice and a credit note', () => {
  const body = `<c:IssueDate>2026-03-05</c:IssueDate><c:DocumentCurrencyCode>EUR</c:DocumentCurrencyCode>
    <c:AccountingSupplierParty><c:Party><c:PostalAddress><c:StreetName>Hafenweg 1</c:StreetName><c:CityName>Hamburg</c:CityName><c:PostalZone>20457</c:PostalZone></c:PostalAddress>
    <c:PartyTaxScheme><c:CompanyID>DE123456789</c:CompanyID><c:TaxScheme><c:ID>VAT</c:ID></c:TaxScheme></c:PartyTaxScheme>
    <c:PartyLegalEntity><c:RegistrationName>Musterbau Nord GmbH</c:RegistrationName></c:PartyLegalEntity></c:Party></c:AccountingSupplierParty>
    <c:TaxTotal><c:TaxAmount currencyID="EUR">19.00</c:TaxAmount><c:TaxSubtotal><c:TaxableAmount>100.00</c:TaxableAmount><c:TaxAmount>19.00</c:TaxAmount><c:TaxCategory><c:Percent>19.0</c:Percent></c:TaxCategory></c:TaxSubtotal></c:TaxTotal>
    <c:LegalMonetaryTotal><c:TaxInclusiveAmount>119.00</c:TaxInclusiveAmount><c:PayableAmount>119.00</c:PayableAmount></c:LegalMonetaryTotal>`
  const line = (kind: string, quantity: string) =>
    `<c:${kind}Line><c:ID>1</c:ID><c:${quantity} unitCode="H87">2</c:${quantity}><c:LineExtensionAmount>100.00</c:LineExtensionAmount><c:Item><c:Name>Fenster</c:Name></c:Item></c:${kind}Line>`
  const invoice = ubl('Invoice', body + line('Invoice', 'InvoicedQuantity'))
  expect(factsOf(invoice)).toEqual({
    ...{ 'BT-1': 'U-1', 'BT-2': '2026-03-05', 'BT-5': 'EUR', 'BT-27': 'Musterbau Nord GmbH' },
    ...{ 'BT-31': 'DE123456789', 'BT-35': 'Hafenweg 1, 20457 Hamburg', 'BT-110': '19.00' },
    ...{ 'BT-112': '119.00', 'BT-115': '119.00' },
  })
  const credit = ubl('CreditNote', body + line('CreditNote', 'CreditedQuantity'))
  for (const text of [invoice, credit]) {
    expect(rowsOf(text, 'BG-25')[0]).toMatchObject({ 'BT-129': '2', 'BT-131': '100.00' })
    expect(rowsOf(text, 'BG-23')).toEqual([
      { 'BT-119': '19', 'BT-116': '100.00', 'BT-117': '19.00' },
    ])
  }
})

it('another XML, even with the same names in it, is no e-invoice', () => {
  const other = ciiXml({ number: '1' }).replaceAll('urn:un:unece:uncefact', 'urn:somebody:else')
  expect(read(other)).toBeNull()
  expect(read('<Invoice xmlns="urn:my:invoice"><ID>1</ID></Invoice>')).toBeNull()
  expect(read(ubl('Catalogue', ''))).toBeNull()
})

it('what is empty or cannot be is no fact, and no default takes its place', () => {
  const text = ciiXml({ number: '', issued: '2026-02-31', net: 'n/a', tax: '1,00', gross: '12.50' })
  expect(factsOf(text)).toEqual({ 'BT-112': '12.50' })
  expect(read(ciiXml({}))).toBeNull()
})
