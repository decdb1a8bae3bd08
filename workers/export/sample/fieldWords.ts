/**
 * What bookkeeping calls the sum of a document in six languages, where no document prints it so beside the sum; by the
 * names of fields.
 */
const sums: readonly string[] = [
  ...['amount', 'gross', 'gross amount', 'amount gross', 'invoice amount', 'total gross'],
  ...['betrag', 'brutto', 'bruttobetrag', 'betrag brutto', 'rechnungsbetrag', 'umsatz'],
  ...['montant', 'montant ttc', 'ttc', 'montant total'],
  ...['importe', 'importe total', 'importe bruto'],
  ...['importo', 'importo totale', 'importo lordo', 'lordo'],
  ...['bedrag', 'bedrag incl btw', 'bruto', 'brutobedrag'],
]

export const fieldWords: Readonly<Record<string, readonly string[]>> = {
  grand_total: sums,
  total: sums,
}
