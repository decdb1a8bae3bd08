/** A row of a test’s e-invoice. */
interface CiiLine {
  readonly name: string
  readonly quantity: string
  readonly price: string
  readonly total: string
}

/** What a test’s e-invoice states; what is left out is not in it. */
export interface CiiStated {
  readonly number?: string
  readonly issued?: string
  readonly seller?: string
  readonly vatId?: string
  readonly iban?: string
  readonly net?: string
  readonly tax?: string
  readonly gross?: string
  readonly due?: string
  readonly lines?: readonly CiiLine[]
}

const element = (name: string, text: string | undefined, attributes = '') =>
  text === undefined ? '' : `<ram:${name}${attributes}>${text}</ram:${name}>`

function lineXml({ name, quantity, price, total }: CiiLine, index: number): string {
  return `<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:Name>${name}</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${total}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>`
}

/** A Cross Industry Invoice that states these things, for tests. */
export function ciiXml(stated: CiiStated): string {
  const { issued, iban, lines = [] } = stated
  const day = issued?.replaceAll('-', '')
  const date = day && `<udt:DateTimeString format="102">${day}</udt:DateTimeString>`
  const account = element('IBANID', iban)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument>${element('ID', stated.number)}${element('IssueDateTime', date)}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>${lines.map(lineXml).join('')}
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>${element('Name', stated.seller)}
<ram:SpecifiedTaxRegistration>${element('ID', stated.vatId, ' schemeID="VA"')}</ram:SpecifiedTaxRegistration>
</ram:SellerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount>${account}</ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>
${element('TaxBasisTotalAmount', stated.net)}${element('TaxTotalAmount', stated.tax)}
${element('GrandTotalAmount', stated.gross)}${element('DuePayableAmount', stated.due)}
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`
}
