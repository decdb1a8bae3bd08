import {
  addressOf,
  amountIn,
  dateIn,
  type FactRow,
  type Facts,
  factsOf,
  numberIn,
  wordsIn,
} from './facts.ts'
import { all, at, type XmlNode } from './xmlTree.ts'

/**
 * The facts of a Cross Industry Invoice or Order of UN/CEFACT in any of its editions (ZUGFeRD 1 and 2,
 * Factur-X, XRechnung, Order-X); null when the document is none.
 */
export function readCii(root: XmlNode): Facts | null {
  if (!/^urn:(?:un:unece:uncefact|ferd):/.test(root.namespace)) return null
  const head = part(root, 'ExchangedDocument')
  const trade = part(root, 'SupplyChainTradeTransaction')
  if (!head || !trade) return null
  const agreement = part(trade, 'TradeAgreement')
  const settlement = part(trade, 'TradeSettlement')
  const tradeFacts = {
    ...partyFacts(agreement),
    ...deliveryFacts(part(trade, 'TradeDelivery')),
    ...paymentFacts(settlement),
    ...totalFacts(settlement),
  }
  return {
    facts: factsOf({
      'BT-1': value(head, 'ID'),
      'BT-2': date(at(head, 'IssueDateTime')),
      'BT-10': value(agreement, 'BuyerReference'),
      'BT-13': orderNumber(agreement),
      ...tradeFacts,
    }),
    rows: [...lines(trade), ...taxes(settlement)],
  }
}

/** The part whose name ends so: editions put Header, Applicable or Specified before it. */
function part(node: XmlNode | null, ending: string): XmlNode | null {
  return node?.children.find(({ name }) => name.endsWith(ending)) ?? null
}

function value(node: XmlNode | null, ...path: readonly string[]): string | null {
  return wordsIn(at(node, ...path)?.text)
}

/** Editions write a date in an element of its own or right where it belongs. */
function date(node: XmlNode | null): string | null {
  return dateIn(node?.children[0]?.text ?? node?.text)
}

function orderNumber(agreement: XmlNode | null): string | null {
  const order = at(agreement, 'BuyerOrderReferencedDocument')
  return value(order, 'IssuerAssignedID') ?? value(order, 'ID')
}

function partyFacts(agreement: XmlNode | null): Record<string, string | null> {
  const seller = at(agreement, 'SellerTradeParty')
  const buyer = at(agreement, 'BuyerTradeParty')
  return {
    'BT-27': value(seller, 'Name'),
    'BT-31': taxId(seller, 'VA'),
    'BT-32': taxId(seller, 'FC'),
    'BT-35': address(seller),
    'BT-44': value(buyer, 'Name'),
    'BT-48': taxId(buyer, 'VA'),
    'BT-50': address(buyer),
  }
}

function taxId(party: XmlNode | null, scheme: string): string | null {
  const ids = all(party, 'SpecifiedTaxRegistration').map((entry) => at(entry, 'ID'))
  return wordsIn(ids.find((id) => id?.attributes.schemeID?.startsWith(scheme))?.text)
}

function address(party: XmlNode | null): string | null {
  const place = at(party, 'PostalTradeAddress')
  const street = ['LineOne', 'LineTwo', 'LineThree'].map((name) => value(place, name))
  return addressOf(street, value(place, 'PostcodeCode'), value(place, 'CityName'))
}

function deliveryFacts(delivery: XmlNode | null): Record<string, string | null> {
  const event = at(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime')
  return { 'BT-72': date(event) }
}

function paymentFacts(settlement: XmlNode | null): Record<string, string | null> {
  const means = all(settlement, 'SpecifiedTradeSettlementPaymentMeans').find((entry) =>
    value(entry, 'PayeePartyCreditorFinancialAccount', 'IBANID'),
  )
  // A day until which less is to be paid is not the day on which all is due.
  const terms = all(settlement, 'SpecifiedTradePaymentTerms').filter(
    (entry) => !at(entry, 'ApplicableTradePaymentDiscountTerms'),
  )
  return {
    'BT-5': value(settlement, 'InvoiceCurrencyCode') ?? value(settlement, 'OrderCurrencyCode'),
    'BT-9': onlyOne(terms.map((entry) => date(at(entry, 'DueDateDateTime')))),
    'BT-83': value(settlement, 'PaymentReference'),
    'BT-84': value(means ?? null, 'PayeePartyCreditorFinancialAccount', 'IBANID'),
    'BT-86': value(means ?? null, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'),
  }
}

/** Instalments fall due on several days; then no day is the document’s. */
function onlyOne(values: readonly (string | null)[]): string | null {
  const found = new Set(values.filter((one) => one !== null))
  return found.size === 1 ? ([...found][0] ?? null) : null
}

function totalFacts(settlement: XmlNode | null): Record<string, string | null> {
  const sums = part(settlement, 'MonetarySummation')
  const currency =
    value(settlement, 'InvoiceCurrencyCode') ?? value(settlement, 'OrderCurrencyCode')
  const sum = (name: string) => {
    const found = all(sums, name)
    // A tax total may stand there in the currency of the books as well.
    const own = found.find(({ attributes }) => (attributes.currencyID ?? currency) === currency)
    return amountIn((own ?? found[0])?.text)
  }
  return {
    'BT-109': sum('TaxBasisTotalAmount'),
    'BT-110': sum('TaxTotalAmount'),
    'BT-112': sum('GrandTotalAmount'),
    'BT-113': sum('TotalPrepaidAmount'),
    'BT-115': sum('DuePayableAmount'),
  }
}

/** Lines that are charged; what only groups or explains them has sums of its own. */
function lines(trade: XmlNode): FactRow[] {
  const charged = all(trade, 'IncludedSupplyChainTradeLineItem').filter((line) => {
    const status = value(line, 'AssociatedDocumentLineDocument', 'LineStatusReasonCode')
    return status !== 'GROUP' && status !== 'INFORMATION'
  })
  return charged.map((line) => {
    const delivery = part(line, 'TradeDelivery')
    const quantity = at(delivery, 'BilledQuantity') ?? at(delivery, 'RequestedQuantity')
    const settlement = part(line, 'TradeSettlement')
    const tax = at(settlement, 'ApplicableTradeTax')
    const price = at(part(line, 'TradeAgreement'), 'NetPriceProductTradePrice')
    return {
      group: 'BG-25',
      facts: factsOf({
        'BT-126': value(line, 'AssociatedDocumentLineDocument', 'LineID'),
        'BT-153': value(line, 'SpecifiedTradeProduct', 'Name'),
        'BT-129': numberIn(quantity?.text),
        'BT-130': wordsIn(quantity?.attributes.unitCode),
        'BT-146': amountIn(value(price, 'ChargeAmount')),
        'BT-152': rate(tax),
        'BT-131': amountIn(value(part(settlement, 'MonetarySummation'), 'LineTotalAmount')),
      }),
    }
  })
}

function taxes(settlement: XmlNode | null): FactRow[] {
  return all(settlement, 'ApplicableTradeTax').map((tax) => ({
    group: 'BG-23',
    facts: factsOf({
      'BT-119': rate(tax),
      'BT-116': amountIn(value(tax, 'BasisAmount')),
      'BT-117': amountIn(value(tax, 'CalculatedAmount')),
    }),
  }))
}

function rate(tax: XmlNode | null): string | null {
  return numberIn(value(tax, 'RateApplicablePercent') ?? value(tax, 'ApplicablePercent'))
}
