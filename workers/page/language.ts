/** Short words and labels that are common in one of our languages and rare in the others. */
const marks = {
  en: words(
    'the and of to for with your you is are this from invoice date total amount due number order please payment thank subtotal bill ship customer description quantity price cash change tax receipt street account',
  ),
  de: words(
    'der die das und für fur mit von ist ihre ihr sie wir bitte nicht bei zum zur den dem des ein eine einer auf aus nach oder wird werden sind im an durch als auch zu rechnung rechnungsnummer datum betrag summe gesamt gesamtbetrag mwst ust kunden kundennummer zahlbar menge preis steuer netto brutto bezeichnung einzelpreis lieferung lieferdatum leistung steuernummer zahlungsziel artikel menge stück stuck straße strasse bar rückgeld bon danke vielen dank tage',
  ),
  fr: words(
    'le la les des du et pour avec votre vous est une sur par nous facture date montant total ttc ht tva échéance numéro quantité prix unitaire désignation client paiement règlement merci rue société commande siret espèces carte ticket rendu',
  ),
  es: words(
    'el los las del y para con su una por en se factura fecha importe total iva base imponible cantidad precio descripción cliente pago vencimiento número calle gracias efectivo cambio tarjeta ticket nif cif pedido',
  ),
  it: words(
    'il lo gli della delle del di e per con una da fattura data importo totale iva imponibile quantità prezzo descrizione cliente pagamento scadenza numero via grazie contanti resto scontrino partita documento ordine',
  ),
  nl: words(
    'de het een en van voor met uw is op te wij bij factuur factuurnummer datum bedrag totaal btw subtotaal aantal prijs omschrijving klant klantnummer betaling vervaldatum straat bedankt contant wisselgeld bon verschuldigd excl incl naar dit bij wordt worden',
  ),
  pt: words(
    'os das dos do da em para com por uma não ao pela pelo fatura factura recibo data valor total iva nif contribuinte quantidade preço unitário descrição cliente pagamento vencimento número rua obrigado obrigada dinheiro troco cartão morada artigo desconto',
  ),
} as const satisfies Record<string, readonly string[]>

type Language = keyof typeof marks

function words(list: string): readonly string[] {
  return list.split(' ')
}

const languagesOf = new Map<string, Language[]>()
for (const [language, list] of Object.entries(marks) as [Language, readonly string[]][])
  for (const word of list) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

/**
 * The language that most of the known words belong to, null when fewer than three tell or two
 * languages are nearly even. A word of several languages counts as a part of each.
 */
export function findLanguage(texts: Iterable<string>): Language | null {
  const votes = new Map<Language, number>()
  for (const text of texts)
    for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
      const owners = languagesOf.get(word) ?? []
      for (const language of owners)
        votes.set(language, (votes.get(language) ?? 0) + 1 / owners.length ** 2)
    }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < 2.5) return null
  return first[1] > 1.3 * (second?.[1] ?? 0) ? first[0] : null
}
