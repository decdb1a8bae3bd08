import { labelList, type Template } from '../../workers/template.ts'
import type { Invoice, Line, Receipt, ReceiptItem } from '../samples/model.ts'
import { type DateStyle, prints } from '../samples/print.ts'
import { createRandom } from '../samples/random.ts'
import type { words } from '../samples/words.ts'

type Random = () => number
type Sample = Invoice | Receipt

/**
 * Invented papers to learn from: the samples’ layouts with other companies, numbers, dates, goods, habits
 * of printing and labels, and with fields left out. Nothing of a real document is in them. The same seed
 * gives the same paper.
 */
export function variantOf(
  sample: Sample,
  seed: string,
  { samples, templates }: { samples: readonly Sample[]; templates: readonly Template[] },
): Sample {
  const random = createRandom(`${sample.file} ${seed}`)
  const alike = samples.filter(({ language }) => language === sample.language)
  return sample.kind === 'invoice'
    ? invoiceLike(sample, alike.filter(isInvoice), templates, random)
    : receiptLike(sample, alike.filter(isReceipt), random)
}

/** The kinds of sample that have variants. */
export function isOfVariants(sample: { readonly kind: string }): sample is Sample {
  return sample.kind === 'invoice' || sample.kind === 'receipt'
}

const isInvoice = (sample: Sample): sample is Invoice => sample.kind === 'invoice'
const isReceipt = (sample: Sample): sample is Receipt => sample.kind === 'receipt'

function invoiceLike(
  sample: Invoice,
  alike: readonly Invoice[],
  templates: readonly Template[],
  random: Random,
): Invoice {
  const issued = dayAfter('2018-01-01', Math.floor(random() * 3000))
  const [seller, buyer] = [pick(alike, random), pick(alike, random)]
  const maybe = <T>(value: T, chance = 0.65): T | undefined =>
    random() < chance ? value : undefined
  const variant: Invoice = {
    ...sample,
    print: { ...sample.print, date: dateStyle(sample, random) },
    words: { ...sample.words, ...otherWords(sample, templates, random) },
    seller: {
      ...sample.seller,
      name: companyLike(seller.seller.name, random),
      address: streetOf(seller.seller.address, random),
    },
    buyer: {
      ...sample.buyer,
      name: companyLike(buyer.buyer.name, random),
      address: streetOf(buyer.buyer.address, random),
    },
    number: numberLike(random),
    issued,
    lines: linesFrom(
      alike.flatMap(({ lines }) => lines),
      sample,
      random,
    ),
  }
  return without(variant, {
    due: maybe(dayAfter(issued, pick([7, 10, 14, 21, 30, 30, 45, 60], random))),
    delivered: maybe(dayAfter(issued, -Math.floor(random() * 20)), 0.5),
    order: maybe(numberLike(random), 0.5),
    customer: maybe(String(1000 + Math.floor(random() * 90_000)), 0.6),
    buyerReference: maybe(sample.buyerReference, 0.7),
    prepaid: maybe(sample.prepaid, 0.5),
    discount: maybe(sample.discount, 0.7),
    bank: maybe(sample.bank, 0.8),
    paymentReference: maybe(sample.paymentReference, 0.6),
  })
}

function receiptLike(sample: Receipt, alike: readonly Receipt[], random: Random): Receipt {
  const shop = pick(alike, random)
  const pool = alike.flatMap(({ items }) => items)
  const own = new Set(sample.items.map(({ rate }) => rate))
  const goods = pool.filter(({ rate }) => own.has(rate))
  const { given: _, ...payment } = sample.payment
  return {
    ...sample,
    merchant: companyLike(shop.merchant, random),
    address: streetOf(shop.address, random),
    date: dayAfter('2018-01-01', Math.floor(random() * 3000)),
    time: `${two(7 + Math.floor(random() * 15))}:${two(Math.floor(random() * 60))}`,
    number: String(Math.floor(random() * 99_999)),
    items: Array.from({ length: 1 + Math.floor(random() ** 2 * 14) }, () =>
      itemLike(pick(goods, random), random),
    ),
    payment,
  }
}

/** Optional parts set, or left out altogether where they are undefined. */
function without(
  invoice: Invoice,
  parts: { [K in keyof Invoice]?: Invoice[K] | undefined },
): Invoice {
  const kept = Object.entries(parts).filter(([, value]) => value !== undefined)
  const bare = Object.entries(invoice).filter(([name]) => !(name in parts))
  return Object.fromEntries([...bare, ...kept]) as unknown as Invoice
}

function linesFrom(pool: readonly Line[], { lines }: Invoice, random: Random): Line[] {
  const rates = new Set(lines.map(({ rate }) => rate))
  const goods = pool.filter(({ rate }) => rates.has(rate))
  return Array.from({ length: 1 + Math.floor(random() ** 1.6 * 10) }, () => {
    const line = pick(goods, random)
    return {
      ...line,
      quantity: countLike(line.quantity, random),
      price: priceLike(line.price, random),
    }
  })
}

function itemLike(item: ReceiptItem, random: Random): ReceiptItem {
  const quantity = random() < 0.7 ? '1' : countLike(item.quantity, random)
  return { ...item, quantity, price: priceLike(item.price, random) }
}

function countLike(quantity: string, random: Random): string {
  return quantity.includes('.') ? quantity : String(1 + Math.floor(random() ** 2 * 24))
}

function priceLike(price: string, random: Random): string {
  const factor = 0.3 + random() * 2.5
  return Math.max(0.05, Number(price) * factor).toFixed(
    Math.max(2, price.split('.')[1]?.length ?? 0),
  )
}

const syllables =
  'ba ko lu mer tin fal dor ves gri no sten hal pra wi lor zen mar qui tos bel'.split(' ')
const seconds = ['', '', ' & Co.', ' Group', ' Services', ' Partner', ' Studio', ' Nord', ' 24']

/** Another name with the legal form of one: what a company is called tells nothing. */
function companyLike(name: string, random: Random): string {
  const form =
    /(?: (?:GmbH|AG|KG|e\.K\.|UG|Ltd\.?|LLC|Inc\.?|SARL|SAS|S\.r\.l\.|S\.n\.c\.|B\.V\.|S\.L\.|BV|VOF|SA|S\.A\.).*)?$/.exec(
      name,
    )?.[0] ?? ''
  const word = () => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      pick(syllables, random),
    ).join('')
    return `${letters[0]?.toUpperCase()}${letters.slice(1)}`
  }
  const called = random() < 0.5 ? word() : `${word()} ${word()}`
  const whole = `${called}${form === '' ? pick(seconds, random) : form}`
  return name === name.toUpperCase() ? whole.toUpperCase() : whole
}

/** The address with another house number. */
function streetOf(address: readonly string[], random: Random): string[] {
  return address.map((line, at) =>
    at === 0 ? line.replace(/\d+/, String(1 + Math.floor(random() * 180))) : line,
  )
}

function numberLike(random: Random): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const year = 2018 + Math.floor(random() * 9)
  return pick(
    [
      `RE-${year}-${digits(4)}`,
      `${year}${digits(4)}`,
      digits(6),
      `F${digits(5)}`,
      `${year}/${digits(3)}`,
      `INV${digits(6)}`,
      `${digits(3)}-${digits(4)}`,
      `A${digits(2)}.${digits(4)}`,
    ],
    random,
  )
}

/** A notation of days that the language knows; the month stands first only where it did. */
function dateStyle({ print, language }: Invoice, random: Random): DateStyle {
  if (random() < 0.5 || print.date === 'mm/dd/yyyy') return print.date
  const native = Object.values(prints).map(({ date }) => date)
  const spoken: readonly DateStyle[] =
    language === 'de' ? ['d. month yyyy', 'dd.mm.yy'] : ['d month yyyy', 'dd/mm/yy']
  return pick(
    [...native.filter((style) => style !== 'mm/dd/yyyy'), ...spoken, 'yyyy-mm-dd'],
    random,
  )
}

/** Which field the words of our samples name. */
const named = {
  number: 'invoice_number',
  issued: 'issue_date',
  due: 'due_date',
  delivered: 'delivery_date',
  order: 'order_number',
  buyerReference: 'buyer_reference',
  net: 'net_total',
  taxSum: 'tax_total',
  gross: 'grand_total',
  toPay: 'due_payable',
  prepaid: 'prepaid',
  reference: 'payment_reference',
  vatId: 'seller_vat_id',
} as const satisfies Partial<Record<keyof (typeof words)['en'], string>>

/** Some labels said otherwise, as the templates know them. */
function otherWords(
  { language }: Invoice,
  templates: readonly Template[],
  random: Random,
): Record<string, string> {
  const fields = templates.flatMap((template) => template.fields)
  const said: Record<string, string> = {}
  for (const [word, name] of Object.entries(named)) {
    const labels = fields.find((field) => field.name === name)?.labels ?? []
    const own = Array.isArray(labels) ? labelList(labels) : (labels[language] ?? [])
    if (random() < 0.4 || own.length === 0) continue
    const label = pick(own, random)
    said[word] = `${label[0]?.toUpperCase()}${label.slice(1)}`
  }
  return said
}

function dayAfter(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T
}
