import { heightOf } from '../layout/geometry.ts'
import type { Segment } from '../model.ts'
import { surenessOf } from './joinWords.ts'
import { mendLegalForm } from './mendLegalForm.ts'
import { isNameLike, legalForm, type PartyText, streetNumber, textOf } from './partyText.ts'
import type { Reading } from './reading.ts'

/** A company’s registration number behind its name or below it: “(123456-X)”, “{123456-U”, “001234567-K”. */
const registration =
  /\s*(?:[({[]\s*[\dA-Z][\d\s-]{2,}[\s-]?[\p{L}¥]?\s*[)}\]]?|\b\d{5,9}\s?-\s?\p{L}(?!\p{L})).*$/u
/** What names such a number on a line of its own. */
const namesRegistration =
  /^\W*(?:co(?:mpany)?\.?[\s.-]*(?:reg(?:istration)?|no)|reg(?:istration)?\.? ?no|roc|br no|abn|acn|siret|siren|rcs|hrb|kvk|n\.?i\.?f|c\.?i\.?f|p\.? ?iva|ust|vat|tva|gst|btw|[({[]?\d{5,9}-\p{L}[)}\]]?$)/iu
/** Words before the name of who runs a shop. */
const runBy = /^(?:owned|own|operated|managed|run) by\s*[:.]?\s*/iu
/** Sentences and headings of tills, wherever they stand. */
const saysSomething =
  /^no\s?[.:]|\b(?:thank|welcome|visit us|goods sold|returnable|refund|exchange|cash(?:ier)? (?:sales?|bill|memo)|cash sale|cashier|your order|order number|prepay|customer|shopping hours|opening hours|adjustment note|tax inv|vielen dank|willkommen|merci|bienvenue|gracias|bienvenid|grazie|benvenut|bedankt|welkom)/iu

/** Signs that no name is printed with, and figures for letters in a word. */
const misread = /[[\]{}<>|§©®~=]|\p{L}\d\p{L}|(?<![\p{L}\p{N}])\d\p{Lu}(?!\p{L})/u

/** Names among the first telling lines of a receipt. */
export function namesIn(head: readonly Segment[], reading: Reading): PartyText[] {
  const joined = head.slice(0, 9).map((line, i) => {
    const next = head[i + 1]
    return next && isContinued(line, next) ? [line, next] : [line]
  })
  return joined.flatMap((lines, i): PartyText[] => {
    const before = head[i - 1]
    // A line that is nothing but a legal form is no name of its own.
    if (before && isContinued(before, lines[0] as Segment) && !hasOwnName(lines[0] as Segment))
      return []
    const name = nameAt(lines, { place: i, below: head[i + lines.length], reading })
    return name ? [name] : []
  })
}

/** “RIVER BOOK” over “CO. (M) SDN BHD”, or over “STORES LTD”: a form with at most one word goes on with the name above. */
function isContinued(line: Segment, next: Segment): boolean {
  const nextText = nameOf(next.text)
  if (!legalForm.test(nextText) || legalForm.test(nameOf(line.text))) return false
  // The “Company” of “Company No” is no form.
  if (namesRegistration.test(next.text)) return false
  if (registration.test(line.text) || !isName(nameOf(line.text))) return false
  const others = wordsBeside(nextText)
  const ratio = heightOf(next.box) / heightOf(line.box)
  const gap = next.box[1] - line.box[3]
  const isNear = gap < 1.2 * heightOf(line.box) && ratio > 0.7 && ratio < 1.45
  return others === 0 || (others === 1 && isNear && isCapital(line.text) === isCapital(nextText))
}

function hasOwnName({ text }: Segment): boolean {
  return wordsBeside(nameOf(text)) > 0
}

/** Words of a name beside its legal form. */
function wordsBeside(name: string): number {
  const rest = name.replace(new RegExp(legalForm, 'gu'), '').replace(/\(\p{L}{1,3}\)/gu, '')
  return rest.match(/\p{L}{2,}/gu)?.length ?? 0
}

interface Place {
  readonly place: number
  readonly below: Segment | undefined
  readonly reading: Reading
}

/** A line (or two) of the head as a name; null where it cannot be one. */
function nameAt(lines: readonly Segment[], { place, below, reading }: Place): PartyText | null {
  const printed = lines.map((line) => line.text).join(' ')
  const text = nameOf(printed)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const hasForm = legalForm.test(text)
  // “77 QUICK MART” at the very top is a shop, further down a house number with its street.
  const isStreet = place > 0 && streetNumber.test(text) && !hasForm
  if (!isName(text) || letters < 4 || isStreet || namesRegistration.test(printed)) return null
  const sure = Math.min(...lines.map(({ words }) => surenessOf(words)))
  const isLarge = heightOf((lines[0] as Segment).box) > 1.25 * reading.wordHeight
  const isRegistered = registration.test(printed.replace(runBy, ''))
  const score =
    0.45 -
    0.05 * place +
    (hasForm ? 0.38 : 0) +
    (isRegistered ? 0.25 : below && namesRegistration.test(below.text) ? 0.1 : 0) +
    0.12 * (sure - 0.7) +
    (isLarge ? 0.06 : 0) -
    (/\p{Lu}/u.test(text) ? 0 : 0.15) -
    (misread.test(text) ? 0.08 : 0)
  const why = place === 0 ? 'first line of the receipt' : 'among the first lines'
  return { ...textOf(lines, text, Math.min(0.95, score), why), raw: printed }
}

function isName(text: string): boolean {
  return isNameLike(text) && !saysSomething.test(text) && !namesRegistration.test(text)
}

function isCapital(text: string): boolean {
  return !/\p{Ll}{2}/u.test(text)
}

/** The name on a line, without the registration number and the specks behind it, its legal form mended. */
function nameOf(line: string): string {
  const name = line.replace(runBy, '').replace(registration, '')
  return mendLegalForm(withoutTail(name.replace(/^[^\p{L}\p{N}]+|[\s|©®°_~*:;,-]+$/gu, '')))
}

/** Of what stands behind a legal form, nothing where it is only pieces of one and two letters or signs. */
function withoutTail(name: string): string {
  const forms = [...name.matchAll(new RegExp(legalForm, 'gu'))]
  const last = forms.at(-1)
  if (!last) return name
  const end = last.index + last[0].length
  const tail = name.slice(end).match(/\S+/g) ?? []
  const [sign] = tail
  const isCut = sign !== undefined && /^[^\p{L}\p{N}(&-]+$/u.test(sign)
  const isTelling = !isCut && tail.some((word) => /\p{L}{3}/u.test(word) || word.startsWith('('))
  return isTelling ? name : name.slice(0, end) + (name[end] === '.' ? '.' : '')
}
