/** What codes of goods are called on documents in six languages, some of them abbreviated. */
const codeNames = [
  'ean|gtin|upc|isbn|sku|mpn|imei|p/n|s/n|hs|hs[ -]code|lot|lotto|lote|batch|charge|partij',
  'serial|serial no|serial number|serien-?nr|seriennummer|serienummer|n[°º]? de s[ée]rie|matricola',
  'art|art(?:ikel|icle|icolo|[íi]culo)?[. -]{0,2}(?:nr|no|n[°º]|nummer|number|code|id)',
  '(?:item|part|product|order)[. ](?:no|number|code|id)|(?:produkt|prod|bestell?|best|mat|material)[.]?-?(?:nr|nummer)',
  'r[ée]f|r[ée]f[ée]rence|referenz|referencia|referentie|riferimento|code|codice|cod|c[óo]digo|c[óo]d',
  'lieferschein|bestellung|zolltarif-?(?:nr|nummer)',
].join('|')
/** The name, what it is the code of (“-Lieferant”), “No.”, and a colon. */
const codeLabel = `(?:${codeNames})(?!\\p{L})\\.?(?:-\\p{L}+\\.?|[ -]?(?:nr|no|n[°º]|id)(?!\\p{L})\\.?){0,2}\\s?[:#]?`
const labelAlone = new RegExp(`^${codeLabel}`, 'iu')
const labelledCode = new RegExp(`^${codeLabel}\\s*(?:\\S*\\d|$)`, 'iu')

/** Up to four words and a colon: “Country of origin:”. No clock, no ratio, no address on the web. */
const colonLabel =
  /^\p{L}[\p{L}\d.’'()/-]*(?:,? [\p{L}\d.’'()/&-]+){0,3} ?(?::(?!\d)|(?<!\d):)(?!\/)/u
const bullet = /^[•·▪‣●*→]/u
const dash = /^[-–—]\s/u
/** A date or an amount is no article number. */
const otherNumber = /^(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?|\d+[.,]\d{1,2})$/

/** Whether a line below an item’s name is a note by how it begins: a bullet, a label, a code and its name. */
export function isNoteLine(text: string): boolean {
  const own = text.replace(dash, '')
  return bullet.test(text) || colonLabel.test(own) || opensWithLabel(own)
}

/** Whether a text begins with what codes are called and a code, or with that name alone. */
export function opensWithLabel(text: string): boolean {
  return labelledCode.test(text)
}

/** Whether a text is one article number and nothing else, perhaps behind its label. */
export function isCode(text: string): boolean {
  const own = text.replace(labelAlone, '').trim()
  return /^[\p{Lu}\d][\p{Lu}\d./_-]{2,}$/u.test(own) && /\d{2}/.test(own) && !otherNumber.test(own)
}

/** Whether a name follows an article number on its line: letters with figures, or a long number. */
export function leadsWithCode(text: string): boolean {
  const [first = '', ...rest] = text.split(' ')
  if (first.length < 4 || !isCode(first)) return false
  if (!rest.some((word) => /\p{L}{2}/u.test(word))) return false
  return /^\d{6,}$/.test(first) || (/\p{L}/u.test(first) && /\d{3}/.test(first))
}
