import { middleOf } from '../layout/geometry.ts'
import { unitsOf } from './parse/amount.ts'
import { type LabelScore, withSignal } from './scoring.ts'

/**
 * What was paid with and given back proves a total; what was rounded away, or comes off or on top between
 * net and total, is only kept apart from it.
 */
export type SupportPart = 'paid' | 'change' | 'rounding' | 'adjustment'

export type Support = Readonly<Partial<Record<SupportPart, readonly LabelScore[]>>>

/** A label speaks from here on. */
const leastScore = 0.22
/** How many labelled amounts of a part are tried. */
const width = 9

/** What a total is worth when the payment explains it to the hundredth. */
const paymentBonus = 0.55
/** The same where nothing names the payment, and it only stands between total and change. */
const unnamedBonus = 0.45
/** What it is worth that somebody paid just as much, without a change to prove it. */
const sameAsPaid = 0.2
/** What is rounded to coins leads what it was rounded from by this much. */
const roundedLead = 0.05
/** A total that payment and change make leads a misread print of it by this much. */
const misreadLead = 0.05
/** A smaller amount that a tax makes a greater one is what the tax is on. */
const beforeTax = 0.3
/** A total of nothing is one only where nothing else is printed. */
const ofNothing = 0.3

/** Scores of the gross, moved by what payment, rounding and tax say of it. */
export function supportGross(
  gross: readonly LabelScore[],
  support: Support,
  taxes: readonly LabelScore[] = [],
): LabelScore[] {
  const explained = withMisread(withPayment(withoutNothing(gross), support))
  const paid = orThePayment(explained, support)
  return support.rounding ? withRounding(withoutBases(paid, taxes)) : paid
}

function withoutNothing(gross: readonly LabelScore[]): LabelScore[] {
  const isSome = gross.some(({ span, score }) => score > leastScore && cents(span.value) > 0)
  return gross.map((entry) =>
    isSome && cents(entry.span.value) === 0 ? withSignal(entry, 'ofNothing', -ofNothing) : entry,
  )
}

/**
 * Raised where an amount is what was paid less what was given back. The change must be labelled; so must the
 * payment, or stand on its way from the total down to the change. A change of nothing must repeat the payment.
 */
function withPayment(gross: readonly LabelScore[], support: Support): LabelScore[] {
  const paid = labelled(support.paid ?? [])
  const change = labelled(support.change ?? [])
  const paidValues = new Set(paid.map(({ span }) => span.value))
  const isExplained = (entry: LabelScore, given: LabelScore, back: LabelScore) => {
    const [g, p, c] = [entry, given, back].map(({ span }) => cents(span.value)) as Three
    const isThree = new Set([entry.span, given.span, back.span]).size === 3
    return isThree && g > 0 && Math.abs(p - Math.abs(c) - g) <= 1
  }
  return gross.map((entry) => {
    const why = 'paid less change'
    if (paid.some((given) => change.some((back) => isExplained(entry, given, back))))
      return withSignal(entry, 'payment', paymentBonus, why)
    const isUnnamed = change.some((back) =>
      gross.some(
        (given) =>
          cents(back.span.value) > 0 &&
          isBelow(entry, given) &&
          isBelow(given, back) &&
          isExplained(entry, given, back),
      ),
    )
    if (isUnnamed) return withSignal(entry, 'payment', unnamedBonus, why)
    return paidValues.has(entry.span.value) && !paid.some(({ span }) => span === entry.span)
      ? withSignal(entry, 'payment', sameAsPaid)
      : entry
  })
}

/**
 * Of two totals that differ in one figure, the one that the payment explains: the other is the same total,
 * misread where it stands beside its label.
 */
function withMisread(gross: readonly LabelScore[]): LabelScore[] {
  const isExplained = ({ signals }: LabelScore) => (signals.payment ?? 0) >= unnamedBonus
  const [best] = gross.toSorted((a, b) => b.score - a.score)
  if (!best || isExplained(best)) return [...gross]
  return gross.map((entry) =>
    isExplained(entry) && differInOne(entry.span.value, best.span.value)
      ? withSignal(entry, 'misread', best.score + misreadLead - entry.score)
      : entry,
  )
}

/** Whether of two amounts one figure is another one, or one has a figure more at its front. */
export function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length)
    return Math.abs(a.length - b.length) === 1 && (a.endsWith(b) || b.endsWith(a))
  return [...a].filter((figure, i) => figure !== b[i]).length === 1
}

/** The payment itself, where change of nothing was given and no total can be read. */
function orThePayment(gross: readonly LabelScore[], support: Support): LabelScore[] {
  const isEven = labelled(support.change ?? []).some(({ span }) => cents(span.value) === 0)
  if (!isEven || gross.some(({ score }) => score > leastScore)) return [...gross]
  const paid = labelled(support.paid ?? [])
  return gross.map((entry) =>
    paid.some(({ span }) => span.value === entry.span.value && cents(span.value) > 0)
      ? {
          ...withSignal(entry, 'payment', leastScore + sameAsPaid - entry.score),
          why: ['paid, and nothing given back'],
        }
      : entry,
  )
}

type Three = [number, number, number]

/** Where cash is rounded to the next five hundredths, the rounded amount below the exact one is what was paid. */
function withRounding(gross: readonly LabelScore[]): LabelScore[] {
  return gross.map((entry) => {
    const coins = cents(entry.span.value)
    if (coins % 5 !== 0 || coins === 0) return entry
    const exact = gross.filter((other) => {
      const apart = Math.abs(cents(other.span.value) - coins)
      return other.score > leastScore && apart > 0 && apart <= 2 && isBelow(other, entry)
    })
    const best = Math.max(0, ...exact.map(({ score }) => score))
    return best + roundedLead > entry.score && exact.length > 0
      ? withSignal(entry, 'rounded', best + roundedLead - entry.score, 'rounded to coins')
      : entry
  })
}

/** “Total 19.34 1.16” in a table of taxes, under “Total 20.50”: with its tax it is the other total. */
function withoutBases(gross: readonly LabelScore[], taxes: readonly LabelScore[]): LabelScore[] {
  const named = labelled(gross)
  return gross.map((entry) => {
    const base = cents(entry.span.value)
    const isBase = named.some((total) =>
      taxes.some(({ span, score }) => {
        const tax = cents(span.value)
        const isNamed = score > leastScore || span.line === entry.span.line
        const isTax = isNamed && tax * 25 >= base && tax * 3 <= base
        return isTax && Math.abs(base + tax - cents(total.span.value)) <= 3
      }),
    )
    return isBase ? withSignal(entry, 'beforeTax', -beforeTax) : entry
  })
}

function isBelow(above: LabelScore, below: LabelScore): boolean {
  const [a, b] = [above.span, below.span]
  const pages = b.line.line.page - a.line.line.page
  return pages > 0 || (pages === 0 && middleOf(b.box) > middleOf(a.box))
}

function labelled(scores: readonly LabelScore[]): LabelScore[] {
  return scores
    .filter(({ score }) => score > leastScore)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, width)
}

/** Hundredths; receipts are small enough for exact numbers. */
function cents(value: string): number {
  return Number((unitsOf(value) ?? 0n) / 100n)
}
