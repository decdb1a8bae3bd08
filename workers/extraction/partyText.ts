import { union } from '../layout/geometry.ts'
import type { Box, Segment } from '../model.ts'
import { fold } from './parse/fold.ts'

/** A name or address found on the page, with what spoke for it. */
export interface PartyText {
  readonly value: string
  /** As it was read, where the value is not the same. */
  readonly raw?: string
  readonly box: Box
  readonly page: number
  readonly segments: readonly Segment[]
  readonly score: number
  readonly why: readonly string[]
  /** 0 to 1, absent for 1: what is known to be uncertain although nothing else would answer better. */
  readonly certainty?: number
}

export interface Party {
  readonly names: readonly PartyText[]
  readonly addresses: readonly PartyText[]
}

export const legalForm =
  /(?<![\p{L}])(?:GmbH|GMBH|mbH|AG|KG|OHG|GbR|UG|e\.? ?K\.?|eG|e\.V\.|SE|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|Inc\.?|Corp\.?|Corporation|Company|Co\.|S\.?A\.?R\.?L\.?|SAS|SASU|EURL|S\.?A\.?|SNC|S\.?L\.?U?\.?|S\.?R\.?L\.?S?|S\.?p\.?A\.?|S\.?n\.?c\.?|S\.?a\.?s\.?|B\.?V\.?|N\.?V\.?|VOF|Sdn\.?,? ?Bhd\.?|Bhd\.?|S\/B|CO\.|SDN\.?,? ?BHD\.?|BHD\.?|LTD\.?|LIMITED|INC\.?|ENTERPRISE|TRADING|Enterprise|Trading|Pty|Pte|Oy|AB|ApS|A\/S|AS|Sp\. z o\.o\.|s\.r\.o\.|Kft\.?|Zrt\.?|d\.o\.o\.|Lda\.?|Unipessoal)(?![\p{L}])/u

/** A postcode before a place, or behind it as English-speaking countries write. */
export const postcodePlace =
  /(?<![\p{L}\d.,/-])(?:(?:[A-Z]{1,3}[- ])?\d{4,5}(?: [A-Z]{2})?,? +\p{Lu}[\p{L}.'’-]+|\d{4} ?[A-Z]{2} +\p{Lu}\p{L}+|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|[A-Z]{2},? +\d{5}(?:-\d{4})?\b|[A-Z]\d[\dW] [\dA-Z]{4}$)/u
export const streetNumber =
  /\p{L}{3,}.* \d{1,4} ?[a-zA-Z]?(?:[-/]\d{1,4})?,?$|^\d{1,5}(?:[-/]?\w)?,? +\p{L}|(?:str\.|straße|strasse|street|road|rue|avenue|calle|via |laan|weg |plein|jalan|lorong|no\.? ?\d)/iu
export const notName =
  /^(?:(?:tax |proforma |pro forma )?invoice|rechnung|facture|factura|fattura|factuur|receipt|(?:official|cash|sales) (?:receipt|bill)|cash bill|copy|original|duplicate|page|seite|blatt \d|sheet \d|feuille \d|foglio \d|blad \d|hoja \d|p[aá]gin|datum|date|tel|fax|phone|telefon|e-?mail|www\.|http|iban|bic|ust|vat|total|welcome|thank|quittung|kassenbon|ticket|scontrino|documento commerciale|kassabon|bon|customer copy|merchant copy|reprint|gutschrift|avoir|credit note|creditnota|nota di credito|kunden-?(?:nummer|nr)|customer (?:no|number|id|copy)|your |ihre? |order|bestell(?:ung|nr|nummer)|po box|information|hinweis|postfach)/iu
export const contactLine =
  /(?:^|[^\p{L}])(?:t[eé]l|telefon|phone|fax|mobile|mobil|hp|e-?mail|www|http|ust|vat|gst|tva|iva|btw|nif|cif|siret|iban|bic|co\.? ?reg|reg\.? no|roc|company no|steuer|hr[ab]|kvk|gln|p\.? ?iva)(?:\b|[.:])|\S@|@\S|@ \S+\.\p{L}|\d{9}|^[^\p{L}\d]*\d{2,4}[- ]\d{5,8}|^[(+]?[\d\s()/.+-]{7,}$|\(?\d{5,7}-[A-Z]\)?$/iu
export const namePrefix =
  /^(?:name|firma|nom|nombre|naam|nome|ragione sociale|raison sociale|company|buyer|seller|m\/s|to|herrn?|frau|an|à|spett\.?(?:le)?)\s*[:.]\s*/iu
export const onlyLabel =
  /^(?:name|firma|nom|nombre|naam|nome|company|company name|anschrift|adresse|address)\s*:?$/iu

/** Whether a line could be a name: letters rather than digits, no heading, no contact line. */
export function isNameLike(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\d/g)?.length ?? 0
  return (
    letters >= 3 &&
    digits <= letters / 2 &&
    text.length <= 80 &&
    !notName.test(text) &&
    !/:$/.test(text) &&
    !contactLine.test(text) &&
    !postcodePlace.test(text) &&
    !/\s[·|•]\s/.test(text)
  )
}

/** The same text found twice counts more than once, and stands where it was found best. */
export function mergeAlike(texts: readonly PartyText[]): PartyText[] {
  const merged: PartyText[] = []
  for (const text of texts.toSorted((a, b) => b.score - a.score)) {
    const same = merged.findIndex((other) => alike(other.value, text.value))
    const other = merged[same]
    if (other)
      merged[same] = {
        ...other,
        score: Math.min(1, other.score + 0.12),
        why: [...other.why, ...text.why],
      }
    else merged.push(text)
  }
  return merged.sort((a, b) => b.score - a.score)
}

export function alike(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

/** A found text over the segments that it was printed in. */
export function textOf(
  segments: readonly Segment[],
  value: string,
  score: number,
  why: string,
): PartyText {
  return {
    value: value
      .replace(/\s+/g, ' ')
      .replace(/[,;:]+$/, '')
      .trim(),
    box: union(segments.map((segment) => segment.box)),
    page: segments[0]?.page ?? 1,
    segments,
    score,
    why: [why],
  }
}
