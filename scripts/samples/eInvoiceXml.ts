import type { InvoiceSheet, Party, TaxRow } from './model.ts'
import { decimal } from './money.ts'

/** Codes of UN/ECE Recommendation 20 for units as samples print them; any other is a piece. */
const unitCodes: Readonly<Record<string, string>> = {
  m: 'MTR',
  'm²': 'MTK',
  Std: 'HUR',
  Stk: 'H87',
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const ram = (name: string, text: string, attributes = '') =>
  `<ram:${name}${attributes}>${escaped(text)}</ram:${name}>`
const wrap = (name: string, ...parts: readonly string[]) =>
  `<ram:${name}>${parts.join('')}</ram:${name}>`
const day = (name: string, iso: string) =>
  `<ram:${name}><udt:DateTimeString format="102">${iso.replaceAll('-', '')}</udt:DateTimeString></ram:${name}>`

function partyXml(name: string, { name: company, address, vatId, taxNumber }: Party): string {
  const [postcode = '', ...town] = (address.at(-1) ?? '').split(' ')
  const registration = (id: string | undefined, scheme: string) =>
    id === undefined ? '' : wrap('SpecifiedTaxRegistration', ram('ID', id, ` schemeID="${scheme}"`))
  return wrap(
    name,
    ram('Name', company),
    wrap(
      'PostalTradeAddress',
      ram('PostcodeCode', postcode),
      ram('LineOne', address[0] ?? ''),
      ram('CityName', town.join(' ')),
    ),
    registration(taxNumber, 'FC'),
    registration(vatId, 'VA'),
  )
}

function linesXml({ lines, totals }: InvoiceSheet): string {
  const rows = lines.map((line, index) => {
    const sum = ram('LineTotalAmount', decimal(totals.amounts[index] ?? 0))
    const unit = ` unitCode="${unitCodes[line.unit] ?? 'C62'}"`
    return wrap(
      'IncludedSupplyChainTradeLineItem',
      wrap('AssociatedDocumentLineDocument', ram('LineID', String(index + 1))),
      wrap('SpecifiedTradeProduct', ram('Name', line.description)),
      wrap(
        'SpecifiedLineTradeAgreement',
        wrap('NetPriceProductTradePrice', ram('ChargeAmount', line.price)),
      ),
      wrap('SpecifiedLineTradeDelivery', ram('BilledQuantity', line.quantity, unit)),
      wrap(
        'SpecifiedLineTradeSettlement',
        wrap('ApplicableTradeTax', ram('TypeCode', 'VAT'), ram('RateApplicablePercent', line.rate)),
        wrap('SpecifiedTradeSettlementLineMonetarySummation', sum),
      ),
    )
  })
  return rows.join('\n')
}

function taxXml({ rate, basis, tax }: TaxRow): string {
  return wrap(
    'ApplicableTradeTax',
    ram('CalculatedAmount', decimal(tax)),
    ram('TypeCode', 'VAT'),
    ram('BasisAmount', decimal(basis)),
    ram('CategoryCode', 'S'),
    ram('RateApplicablePercent', rate),
  )
}

function settlementXml(sheet: InvoiceSheet): string {
  const { totals, currency, bank, due } = sheet
  const means = bank && [
    wrap('PayeePartyCreditorFinancialAccount', ram('IBANID', bank.iban)),
    wrap('PayeeSpecifiedCreditorFinancialInstitution', ram('BICID', bank.bic)),
  ]
  return wrap(
    'ApplicableHeaderTradeSettlement',
    sheet.paymentReference === undefined ? '' : ram('PaymentReference', sheet.paymentReference),
    ram('InvoiceCurrencyCode', currency),
    means ? wrap('SpecifiedTradeSettlementPaymentMeans', ram('TypeCode', '58'), ...means) : '',
    ...totals.taxes.map(taxXml),
    due === undefined ? '' : wrap('SpecifiedTradePaymentTerms', day('DueDateDateTime', due)),
    wrap(
      'SpecifiedTradeSettlementHeaderMonetarySummation',
      ram('LineTotalAmount', decimal(totals.lines)),
      ram('TaxBasisTotalAmount', decimal(totals.net)),
      ram('TaxTotalAmount', decimal(totals.tax), ` currencyID="${currency}"`),
      ram('GrandTotalAmount', decimal(totals.gross)),
      ram('DuePayableAmount', decimal(totals.due)),
    ),
  )
}

/** The invoice as a Cross Industry Invoice of the profile EN 16931, as Factur-X and ZUGFeRD put it into PDFs. */
export function eInvoiceXml(sheet: InvoiceSheet): string {
  const { number, issued, delivered, order } = sheet
  const namespace = 'urn:un:unece:uncefact:data:standard'
  const event = delivered === undefined ? '' : day('OccurrenceDateTime', delivered)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="${namespace}:CrossIndustryInvoice:100" xmlns:ram="${namespace}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${namespace}:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext>${wrap('GuidelineSpecifiedDocumentContextParameter', ram('ID', 'urn:cen.eu:en16931:2017'))}</rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument>${ram('ID', number)}${ram('TypeCode', '380')}${day('IssueDateTime', issued)}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${linesXml(sheet)}
${wrap(
  'ApplicableHeaderTradeAgreement',
  partyXml('SellerTradeParty', sheet.seller),
  partyXml('BuyerTradeParty', sheet.buyer),
  order === undefined ? '' : wrap('BuyerOrderReferencedDocument', ram('IssuerAssignedID', order)),
)}
${wrap('ApplicableHeaderTradeDelivery', event && wrap('ActualDeliverySupplyChainEvent', event))}
${settlementXml(sheet)}
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`
}
