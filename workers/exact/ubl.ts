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

/** The facts of a UBL invoice or credit note (XRechnung, Peppol); null when the document is none. */
export function readUbl(root: XmlNode): Facts | null {
  if (
    !/^urn:oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2$/.test(root.namespace)
  )
    return null
  const ownLines = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')]
  return {
    facts: factsOf({
      'BT-1': value(root, 'ID'),
      'BT-2': dateIn(value(root, 'IssueDate')),
      'BT-5': value(root, 'DocumentCurrencyCode'),
      'BT-9': dateIn(value(root, 'DueDate') ?? value(root, 'PaymentMeans', 'PaymentDueDate')),
      'BT-10': value(root, 'BuyerReference'),
      'BT-13': value(root, 'OrderReference', 'ID'),
      'BT-72': dateIn(value(root, 'Delivery', 'ActualDeliveryDate')),
      ...partyFacts(root),
      ...paymentFacts(root),
      ...totalFacts(root),
    }),
    rows: [...ownLines.map(line), ...taxes(root)],
  }
}

function value(node: XmlNode | null, ...path: readonly string[]): string | null {
  return wordsIn(at(node, ...path)?.text)
}

function partyFacts(root: XmlNode): Record<string, string | null> {
  const seller = at(root, 'AccountingSupplierParty', 'Party')
  const buyer = at(root, 'AccountingCustomerParty', 'Party')
  return {
    'BT-27': name(seller),
    'BT-31': taxId(seller, (scheme) => scheme === 'VAT'),
    'BT-32': taxId(seller, (scheme) => scheme !== 'VAT'),
    'BT-35': address(seller),
    'BT-44': name(buyer),
    'BT-48': taxId(buyer, (scheme) => scheme === 'VAT'),
    'BT-50': address(buyer),
  }
}

function name(party: XmlNode | null): string | null {
  return value(party, 'PartyLegalEntity', 'RegistrationName') ?? value(party, 'PartyName', 'Name')
}

function taxId(party: XmlNode | null, fits: (scheme: string | null) => boolean): string | null {
  const scheme = all(party, 'PartyTaxScheme').find((entry) => fits(value(entry, 'TaxScheme', 'ID')))
  return value(scheme ?? null, 'CompanyID')
}

function address(party: XmlNode | null): string | null {
  const place = at(party, 'PostalAddress')
  const street = [
    value(place, 'StreetName'),
    value(place, 'AdditionalStreetName'),
    value(place, 'AddressLine', 'Line'),
  ]
  return addressOf(street, value(place, 'PostalZone'), value(place, 'CityName'))
}

function paymentFacts(root: XmlNode): Record<string, string | null> {
  const means = all(root, 'PaymentMeans')
  const account = means.map((entry) => at(entry, 'PayeeFinancialAccount')).find(Boolean) ?? null
  const reference = means.map((entry) => value(entry, 'PaymentID')).find(Boolean) ?? null
  return {
    'BT-83': reference,
    'BT-84': value(account, 'ID'),
    'BT-86': value(account, 'FinancialInstitutionBranch', 'ID'),
  }
}

function totalFacts(root: XmlNode): Record<string, string | null> {
  const sums = at(root, 'LegalMonetaryTotal')
  const currency = value(root, 'DocumentCurrencyCode')
  const taxSums = all(root, 'TaxTotal').map((entry) => at(entry, 'TaxAmount'))
  const tax = taxSums.find((sum) => sum?.attributes.currencyID === currency) ?? taxSums[0]
  return {
    'BT-109': amountIn(value(sums, 'TaxExclusiveAmount')),
    'BT-110': amountIn(tax?.text),
    'BT-112': amountIn(value(sums, 'TaxInclusiveAmount')),
    'BT-113': amountIn(value(sums, 'PrepaidAmount')),
    'BT-115': amountIn(value(sums, 'PayableAmount')),
  }
}

function line(node: XmlNode): FactRow {
  const quantity = at(node, 'InvoicedQuantity') ?? at(node, 'CreditedQuantity')
  return {
    group: 'BG-25',
    facts: factsOf({
      'BT-126': value(node, 'ID'),
      'BT-153': value(node, 'Item', 'Name'),
      'BT-129': numberIn(quantity?.text),
      'BT-130': wordsIn(quantity?.attributes.unitCode),
      'BT-146': amountIn(value(node, 'Price', 'PriceAmount')),
      'BT-152': numberIn(value(node, 'Item', 'ClassifiedTaxCategory', 'Percent')),
      'BT-131': amountIn(value(node, 'LineExtensionAmount')),
    }),
  }
}

function taxes(root: XmlNode): FactRow[] {
  const parts = all(root, 'TaxTotal').flatMap((entry) => all(entry, 'TaxSubtotal'))
  return parts.map((entry) => ({
    group: 'BG-23',
    facts: factsOf({
      'BT-119': numberIn(value(entry, 'TaxCategory', 'Percent')),
      'BT-116': amountIn(value(entry, 'TaxableAmount')),
      'BT-117': amountIn(value(entry, 'TaxAmount')),
    }),
  }))
}
