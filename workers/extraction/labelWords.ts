import { fold } from './parse/fold.ts'

/** What captions end with, whatever the form is about: “Order #”, “Delivery terms”, “Numéro de client”. */
const lastWords = new Set(
  [
    'no nr num number numbers code codes id ref reference date dates type name names address phone fax tel email',
    'page pages period terms description desc quantity qty price rate rates total totals subtotal amount amounts',
    'status contact contacts office revision version signature remarks comments month time times',
    'region manager salesperson details title category percent currency method unit units',
    'nummer datum daten typ art anschrift adresse telefon seite zeitraum bezeichnung beschreibung menge preis betrag summe zeichen',
    'numero date type nom adresse telephone page periode designation quantite prix montant reference',
    'fecha tipo nombre direccion telefono pagina periodo descripcion cantidad precio importe referencia',
    'data tipo nome indirizzo telefono pagina periodo descrizione quantita prezzo importo riferimento',
    'naam adres telefoon pagina periode omschrijving aantal prijs bedrag kenmerk',
  ].flatMap((words) => words.split(' ')),
)

/** Captions that stand alone, naming whom or what a form is about. */
const captions = new Set(
  [
    'product agency buyer seller customer client vendor supplier order invoice contract account market branch',
    'department project subject property quote brand comments package bill ship sold attention and between',
    'kunde lieferant auftrag rechnung vertrag konto projekt betreff abteilung produkt',
    'client fournisseur commande facture contrat compte projet objet produit',
    'cliente proveedor pedido factura contrato cuenta proyecto asunto producto',
    'cliente fornitore ordine fattura contratto conto progetto oggetto prodotto',
    'klant leverancier bestelling factuur contract rekening project onderwerp afdeling product',
  ].flatMap((words) => words.split(' ')),
)

/** A caption that only repeats what kind of thing stands beside it: “Name:” behind “Customer”. */
export const onlyName =
  /^(?:name|full name|firma|nom|nombre|naam|nome|company|company name|title)\s*:?$/iu

/** What numbers the boxes of a form: “2.”, “(a)”, “14 b)”. */
export const ordinal = /^\(?(?:\d{1,2}|[a-z])(?: ?[a-z])?[.)]+\s+/iu

/** Whether a text is a caption rather than a value: it ends in a colon, a number sign or a word of captions. */
export function looksLikeLabel(text: string): boolean {
  const trimmed = text.trim().replace(ordinal, '')
  if (/[:#]$/.test(trimmed)) return true
  const words = trimmed.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 1 && captions.has(fold(words[0] ?? ''))) return true
  const last = words.at(-1)
  return words.length <= 3 && !/\d/.test(trimmed) && last !== undefined && lastWords.has(fold(last))
}
