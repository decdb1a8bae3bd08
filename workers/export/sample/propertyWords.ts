import type { PropertyName } from '../documentProperties.ts'

/** What six languages call what is known of a document, in the headers of other programs. */
export const propertyWords: Partial<Record<PropertyName, readonly string[]>> = {
  filename: [
    ...['file', 'file name', 'document', 'attachment', 'source file'],
    ...['datei', 'dateiname', 'dokument', 'beleg datei', 'beleglink', 'anlage'],
    ...['fichier', 'nom du fichier', 'nom de fichier', 'document', 'pièce jointe'],
    ...['archivo', 'nombre de archivo', 'fichero', 'documento', 'adjunto'],
    ...['file', 'nome file', 'nome del file', 'documento', 'allegato'],
    ...['bestand', 'bestandsnaam', 'document', 'bijlage'],
  ],
  path: ['path', 'file path', 'pfad', 'dateipfad', 'chemin', 'ruta', 'percorso', 'pad'],
  reference: ['batch reference', 'stapelreferenz', 'mandant', 'client reference'],
  batch_name: ['batch', 'batch name', 'stapel', 'stapelname', 'lot', 'lote', 'lotto', 'partij'],
  document_type: [
    ...['type', 'document type', 'doc type', 'belegart', 'dokumentart', 'dokumenttyp', 'art'],
    ...['type de document', 'type de pièce', 'tipo', 'tipo de documento', 'tipo documento'],
    ...['soort', 'documentsoort', 'documenttype'],
  ],
  status: ['status', 'state', 'zustand', 'statut', 'état', 'estado', 'stato', 'toestand'],
  pages: ['page', 'pages', 'seite', 'seiten', 'página', 'páginas', 'pagina', 'pagine', 'bladzijde'],
  page_count: [
    ...['page count', 'number of pages', 'seitenzahl', 'anzahl seiten', 'nombre de pages'],
    ...['número de páginas', 'numero di pagine', 'aantal pagina’s', 'aantal paginas'],
  ],
  document_currency: [
    ...['currency', 'curr', 'währung', 'wkz', 'währungskennzeichen', 'devise', 'monnaie'],
    ...['moneda', 'divisa', 'valuta', 'munt'],
  ],
  row: ['line', 'line number', 'zeile', 'zeilennummer', 'ligne', 'línea', 'riga', 'regel'],
  confidence: ['confidence', 'konfidenz', 'sicherheit', 'confiance', 'confianza', 'confidenza'],
  needs_review: [
    ...['needs review', 'to review', 'zu prüfen', 'prüfen', 'à vérifier', 'à contrôler'],
    ...['revisar', 'por revisar', 'da verificare', 'te controleren'],
  ],
  document_id: ['document id', 'dokument-id', 'id', 'id document', 'id documento'],
}
