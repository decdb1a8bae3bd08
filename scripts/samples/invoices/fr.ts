import { iban, vatId } from '../identifiers.ts'
import { grid } from '../layouts/grid.ts'
import { letter } from '../layouts/letter.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'fr', currency: 'EUR', print: prints.FR } as const

const bruyere: Invoice = {
  ...common,
  file: 'invoice-fr-atelier-bruyere.pdf',
  layout: 'grid',
  accent: '#6b3f69',
  draw: grid({
    logo: 'leaf',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    legal: [
      "En cas de retard de paiement, indemnité forfaitaire de recouvrement : 40 €. Pas d'escompte pour paiement anticipé.",
      'SARL au capital de 8 000 € – RCS Quimper 000 418 27',
    ],
  }),
  seller: {
    name: 'Atelier Bruyère-Lune SARL',
    address: ['9 venelle des Tisserands', '29000 Quimper'],
    vatId: vatId.FR('00041827'),
    taxNumber: '000 418 277 00013',
    phone: '01 99 00 41 82',
    email: 'bonjour@bruyere-lune.example',
  },
  buyer: {
    name: "Librairie L'Encre Vagabonde",
    contact: 'À l’attention de Mme Odile Quéfellec',
    address: ['27 quai du Vieux-Phare', '56100 Lorient'],
  },
  number: 'F2026-0147',
  issued: '2026-03-18',
  due: '2026-04-17',
  delivered: '2026-03-16',
  order: 'BC-5521',
  customer: 'C00318',
  lines: [
    line('Carnet cousu main A5, papier vergé', '40', 'pce', '11.50', '20', { article: 'CAR-A5' }),
    line('Marque-page en lin teint', '120', 'pce', '1.85', '20', { article: 'MP-LIN' }),
    line('Livre « Teintures des landes »', '12', 'ex.', '24.17', '5.5', { article: 'LIV-07' }),
    line('Reliure plein cuir, réparation', '3', 'h', '48.00', '20', { article: 'REL-CU' }),
    line('Frais de port', '1', 'fft', '14.90', '20', { article: 'PORT' }),
  ],
  terms: 'Conditions de règlement : 30 jours, par virement',
  bank: {
    name: 'Crédit des Landes Bleues',
    iban: iban('FR', '99990000010041827014785'),
    bic: 'ZZCLFRPPXXX',
  },
  paymentReference: 'F2026-0147',
}

const menuiserie: Invoice = {
  ...common,
  file: 'invoice-fr-menuiserie-acompte.pdf',
  layout: 'grid',
  accent: '#a0522d',
  words: {
    number: 'N° de facture',
    issued: 'Date',
    due: 'Échéance',
    order: 'Bon de commande',
    delivered: 'Fin des travaux',
    article: 'Réf.',
    reference: 'Libellé du virement',
  },
  draw: grid({
    logo: 'blocks',
    font: 'Sans',
    bold: 'Sans-Bold',
    legal: [
      'Assurance décennale : Mutuelle des Copeaux, contrat 99-4182 – garantie France métropolitaine.',
      'EURL au capital de 5 000 € – RM 000 553 10 (69)',
    ],
  }),
  seller: {
    name: 'Menuiserie Clair-Copeau',
    address: ['112 chemin des Varlopes', '69008 Lyon'],
    vatId: vatId.FR('00055312'),
    taxNumber: '000 553 127 00021',
    phone: '01 99 00 55 31',
  },
  buyer: {
    name: 'SCI Les Hirondelles',
    address: ['8 montée du Belvédère', '69005 Lyon'],
  },
  number: '26/118',
  issued: '2026-02-06',
  due: '2026-02-20',
  delivered: '2026-02-03',
  order: 'D-25/412',
  customer: '0417',
  lines: [
    line('Fenêtre chêne deux vantaux, double vitrage', '5', 'u', '1140.00', '5.5', {
      article: 'FEN-2V',
    }),
    line('Dépose des anciennes menuiseries', '5', 'u', '95.00', '10', { article: 'DEP' }),
    line('Porte d’entrée, serrure trois points', '1', 'u', '2380.00', '10', { article: 'POR-3P' }),
    line('Étagère sur mesure, frêne huilé', '4.2', 'ml', '165.00', '20', { article: 'ETA-FR' }),
    line('Évacuation et tri des gravats', '1', 'fft', '180.00', '10', { article: 'EVAC' }),
  ],
  prepaid: '3000.00',
  terms: 'Solde payable à 14 jours, par virement.',
  bank: {
    name: 'Caisse des Deux Collines',
    iban: iban('FR', '99990000020055312008231'),
    bic: 'ZZCDFR2LXXX',
  },
  paymentReference: '26/118 HIRONDELLES',
}

const traiteur: Invoice = {
  ...common,
  file: 'invoice-fr-traiteur-tournesol-scan-two-pages.pdf',
  layout: 'letter',
  accent: '#5b4b1d',
  print: { ...prints.FR, date: 'd month yyyy' },
  words: { description: 'Prestation', net: 'Montant HT', gross: 'Total à régler TTC' },
  draw: letter({
    subtitle: 'traiteur et maître pâtissier depuis toujours',
    heading: (sheet) => [
      ['Facture n° '],
      [sheet.number, 'invoice_number'],
      [' du '],
      [sheet.date(sheet.issued), 'issue_date'],
    ],
    intro:
      'Madame, Monsieur, nous vous remercions de votre confiance et vous prions de trouver ci-dessous le détail de la réception du 7 mars 2026 au Domaine des Trois Étangs.',
    closing: [
      'Paiement à réception, par chèque ou par virement.',
      'Tout retard entraîne une indemnité forfaitaire de 40 €.',
    ],
    columns: 'full',
  }),
  seller: {
    name: 'Maison Tournesol & Fille',
    address: ['31 rue du Rouleau', '45000 Orléans'],
    vatId: vatId.FR('00066409'),
    taxNumber: '000 664 094 00017',
  },
  buyer: {
    name: 'Comité des fêtes de Clairbrume',
    contact: 'Monsieur Anselme Petitbois',
    address: ['Mairie, place du Lavoir', '45190 Clairbrume'],
  },
  number: '2026-031',
  issued: '2026-03-09',
  lines: [
    line('Gougères et feuilletés chauds', '240', 'pce', '0.85', '10'),
    line('Navettes garnies', '180', 'pce', '1.10', '10'),
    line('Verrines betterave et chèvre', '120', 'pce', '1.45', '10'),
    line('Tartelettes aux poireaux', '120', 'pce', '1.30', '10'),
    line('Brochettes de volaille au citron', '150', 'pce', '1.75', '10'),
    line('Saumon en croûte, sauce oseille', '60', 'part', '9.80', '10'),
    line('Suprême de pintade aux girolles', '60', 'part', '12.40', '10'),
    line('Gratin de légumes oubliés', '120', 'part', '3.60', '10'),
    line('Riz sauvage aux herbes', '120', 'part', '1.95', '10'),
    line('Plateau de fromages affinés', '12', 'plat', '38.00', '10'),
    line('Salade de mesclun, huile de noix', '120', 'part', '1.60', '10'),
    line('Pain de campagne', '30', 'pce', '4.20', '5.5'),
    line('Pièce montée, nougatine', '1', 'pce', '410.00', '10'),
    line('Tarte fine aux pommes', '15', 'pce', '22.00', '10'),
    line('Mignardises assorties', '240', 'pce', '0.95', '10'),
    line('Café, thé, infusions', '120', 'part', '1.50', '10'),
    line('Eaux et jus de fruits', '120', 'part', '2.20', '10'),
    line('Vin blanc de Loire', '36', 'bt', '9.50', '20'),
    line('Vin rouge de Loire', '36', 'bt', '10.50', '20'),
    line('Crémant', '24', 'bt', '13.90', '20'),
    line('Location de vaisselle', '120', 'kit', '3.40', '20'),
    line('Nappage et serviettes', '15', 'table', '14.00', '20'),
    line('Service, six personnes', '42', 'h', '32.00', '20'),
    line('Transport aller et retour', '1', 'fft', '95.00', '20'),
  ],
  bank: {
    name: 'Banque du Val Doré',
    iban: iban('FR', '99990000030066409003119'),
    bic: 'ZZVDFR2OXXX',
  },
  paymentReference: 'TOURNESOL 2026-031',
}

export const frenchInvoices: readonly Invoice[] = [bruyere, menuiserie, traiteur]
