import type { Segment } from '../model.ts'
import { isPlaceWord } from './addressWords.ts'
import { fold } from './parse/fold.ts'
import { legalForm, postcodePlace, streetNumber } from './partyText.ts'

/** Whom within a company a paper is meant for: “z. Hd. …”, “Attn …”, “c/o …”. */
const attention =
  /^(?:z\.? ?hd?n?d?\.|zu händen|attn|att\.|attention|f\.?a\.?o\b|for the attention|[àa] l['’]attention|c\/o|p\.a\.|t\.? ?a\.? ?v\b|ter attentie|a la atenci[oó]n|all['’]attenzione|alla c(?:ortese|\.) ?a|c\.a\.)/iu
/** Parts of a company that settle bills. */
const department =
  /^(?:accounts? (?:payable|department|dept)|purchasing|payables|procurement|finance (?:department|dept)|(?:kreditoren|finanz)?buchhaltung|rechnungs(?:wesen|eingang|prüfung)|einkauf|abteilung|abt\.|sachgebiet|referat|fachbereich|service (?:des )?(?:achats|comptab\S+|client\S*)|comptabilité|crediteuren\S*|(?:de )?(?:financiële )?administratie|inkoop|ufficio|amministrazione|contabilità|dep(?:artamen)?to|contabilidad|dep(?:artmen)?t)(?![\p{L}])/iu
/** Headings of addresses to which goods go, and of parts of payment slips. */
const otherHeading =
  /^(?:ship(?:ped|ping)?(?: to| address)|deliver(?:ed|y)?(?: to| address)|liefer(?:adresse|anschrift)|lieferung an|warenempfänger|consignee|adresse de livraison|livr(?:é|er|aison) à|(?:dirección|lugar) de entrega|indirizzo di consegna|luogo di consegna|afleveradres|leveringsadres|konto ?\/|zahlbar (?:an|durch))/iu
const countries = new Set(
  'deutschland germany allemagne osterreich austria autriche schweiz suisse svizzera switzerland niederlande nederland netherlands thenetherlands paysbas belgien belgie belgique belgium luxemburg luxembourg frankreich france francia spanien espana spain espagne italien italia italy italie england scotland wales ireland irland unitedkingdom greatbritain grossbritannien unitedstates usa polen poland polska danemark denmark dänemark portugal tschechien'.split(
    ' ',
  ),
)
/** Titles that only persons have. */
const title =
  /^(?:herrn?|frau|mr|mrs|ms|miss|mme|mlle|monsieur|madame|sr|sra|d\.ª|dña|don|doña|sig|sig\.ra|sig\.na|dhr|mevr|mw|de heer|mevrouw)\.?\s+\p{L}/iu

/** Whether a line of a block cannot name a company: whom in it the paper is for, a heading, a country, a slogan. */
export function isNoCompany(text: string): boolean {
  if (attention.test(text) || otherHeading.test(text) || countries.has(fold(text))) return true
  if (legalForm.test(text)) return false
  return department.test(text) || /^(?!.*\p{Lu})\p{Ll}+ .*\p{Ll}/u.test(text)
}

/** A heading of an address to which goods go: what stands under it is neither of the parties. */
export function headsOther(text: string): boolean {
  return otherHeading.test(text)
}

/** Whether a line begins with a title that only persons have; companies are then not named in it. */
export function isPerson(text: string): boolean {
  return title.test(text)
}

/** A street or a house is the address of somebody whose name is not there; the lines below it say which. */
export function isStreet(text: string, below: readonly Segment[]): boolean {
  if (legalForm.test(text)) return false
  const end = below.findIndex((segment) => postcodePlace.test(segment.text))
  if (streetNumber.test(text) && end === 0) return true
  if (/^\d{1,5}[a-z]?,? +\p{L}{2}/u.test(text) && end >= 0 && end < 4) return true
  const isNumbered = below.slice(0, Math.max(0, end)).some(({ text }) => /\d/.test(text))
  return isPlaceWord(text.match(/\p{L}+$/u)?.[0] ?? '') && !isNumbered
}
