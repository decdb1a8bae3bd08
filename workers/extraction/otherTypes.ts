import type { Labels } from '../template.ts'

/** A type of document that no template describes; known so that it is not taken for another. */
export interface OtherType {
  readonly name: string
  /** What such a document calls itself at its head. */
  readonly titles: Labels
  /** Words that are found all over such documents and hardly in others. */
  readonly keywords: Labels
}

/** Documents that cross a desk beside those with a template, in the languages of the templates. */
export const otherTypes: readonly OtherType[] = [
  {
    name: 'contract',
    titles: {
      en: [
        ...['agreement', 'contract', 'lease', 'non-disclosure agreement', 'lease agreement'],
        ...['confidentiality agreement', 'mutual non-disclosure agreement', 'service agreement'],
        ...['employment agreement', 'purchase agreement', 'license agreement', 'loan agreement'],
        ...['terms and conditions', 'general terms and conditions', 'terms of service', 'addendum'],
        ...['statement of work', 'memorandum of understanding', 'deed', 'power of attorney'],
      ],
      de: [
        ...[
          'vertrag',
          'mietvertrag',
          'arbeitsvertrag',
          'kaufvertrag',
          'dienstvertrag',
          'vollmacht',
        ],
        ...['vereinbarung', 'geheimhaltungsvereinbarung', 'werkvertrag', 'darlehensvertrag'],
        ...['allgemeine geschäftsbedingungen', 'rahmenvertrag', 'lizenzvertrag', 'pachtvertrag'],
      ],
      fr: [
        ...['contrat', 'contrat de travail', 'bail', 'contrat de bail', 'accord', 'avenant'],
        ...['accord de confidentialité', 'convention', 'conditions générales de vente', 'mandat'],
      ],
      es: [
        ...['contrato', 'contrato de arrendamiento', 'contrato de trabajo', 'acuerdo', 'convenio'],
        ...['acuerdo de confidencialidad', 'condiciones generales', 'contrato de compraventa'],
      ],
      it: [
        ...['contratto', 'contratto di locazione', 'contratto di lavoro', 'accordo', 'procura'],
        ...['accordo di riservatezza', 'condizioni generali', 'scrittura privata'],
      ],
      nl: [
        ...['overeenkomst', 'contract', 'huurovereenkomst', 'arbeidsovereenkomst', 'volmacht'],
        ...['geheimhoudingsovereenkomst', 'algemene voorwaarden', 'koopovereenkomst'],
      ],
    },
    keywords: {
      en: [
        ...['whereas', 'hereinafter', 'hereby', 'herein', 'hereto', 'hereunder', 'thereof'],
        ...['the parties', 'governing law', 'in witness whereof', 'confidential information'],
        ...['severability', 'entire agreement', 'indemnify', 'effective date', 'by and between'],
        ...['this agreement', 'the lessee', 'the tenant', 'breach', 'undersigned', 'obligations'],
        ...['now therefore', 'termination', 'notwithstanding', 'pursuant to', 'successors'],
      ],
      de: [
        ...['vertragsparteien', 'gerichtsstand', 'salvatorische klausel', 'vertragsgegenstand'],
        ...['kündigungsfrist', 'vertragslaufzeit', 'mieter', 'vermieter', 'arbeitnehmer'],
        ...['arbeitgeber', 'schriftform', 'dieser vertrag', 'nachfolgend', 'präambel', 'haftung'],
      ],
      fr: [
        ...['les parties', 'ci-après', 'il a été convenu', 'entre les soussignés', 'résiliation'],
        ...[
          'droit applicable',
          'le présent contrat',
          'le bailleur',
          'le locataire',
          'confidentialité',
        ],
      ],
      es: [
        ...['las partes', 'cláusula', 'en adelante', 'el presente contrato', 'jurisdicción'],
        ...['el arrendador', 'el arrendatario', 'reunidos', 'manifiestan', 'rescisión'],
      ],
      it: [
        ...['le parti', 'di seguito', 'premesso che', 'il presente contratto', 'foro competente'],
        ...['il locatore', 'il conduttore', 'recesso', 'si conviene', 'risoluzione'],
      ],
      nl: [
        ...['partijen', 'hierna te noemen', 'deze overeenkomst', 'toepasselijk recht', 'opzegging'],
        ...['de verhuurder', 'de huurder', 'werkgever', 'werknemer', 'komen overeen'],
      ],
    },
  },
  {
    name: 'report',
    titles: {
      en: [
        ...[
          'report',
          'annual report',
          'quarterly report',
          'abstract',
          'table of contents',
          'minutes',
        ],
        ...['executive summary', 'financial statements', 'income statement', 'balance sheet'],
        ...['cash flow statement', 'introduction', 'memorandum', 'agenda', 'newsletter', 'manual'],
        ...['press release', 'appendix', 'annex', 'white paper', 'user guide', 'data sheet'],
        ...['fact sheet', 'contents', 'test report', 'inspection report', 'working paper'],
      ],
      de: [
        ...['bericht', 'jahresbericht', 'geschäftsbericht', 'inhaltsverzeichnis', 'protokoll'],
        ...['zusammenfassung', 'bilanz', 'anhang', 'gutachten', 'prüfbericht', 'tagesordnung'],
        ...['pressemitteilung', 'datenblatt', 'bedienungsanleitung', 'betriebsanleitung'],
      ],
      fr: [
        ...['rapport', 'rapport annuel', 'sommaire', 'table des matières', 'compte rendu', 'bilan'],
        ...['résumé', 'procès-verbal', 'annexe', 'communiqué de presse', 'notice'],
      ],
      es: ['informe', 'informe anual', 'índice', 'resumen', 'acta', 'balance', 'anexo', 'memoria'],
      it: ['relazione', 'rapporto', 'indice', 'sommario', 'verbale', 'bilancio', 'allegato'],
      nl: [
        'rapport',
        'verslag',
        'jaarverslag',
        'inhoudsopgave',
        'samenvatting',
        'notulen',
        'bijlage',
      ],
    },
    keywords: {
      en: [
        ...['abstract', 'introduction', 'conclusion', 'methodology', 'references', 'appendix'],
        ...['et al', 'survey', 'respondents', 'percent of', 'population', 'table of contents'],
        ...['figure 1', 'table 1', 'fiscal year', 'source', 'findings', 'chapter', 'estimates'],
      ],
      de: [
        ...['abbildung', 'tabelle 1', 'einleitung', 'schlussfolgerung', 'literatur', 'kapitel'],
        ...['quelle', 'vorjahr', 'geschäftsjahr', 'ergebnisse', 'erhebung'],
      ],
      fr: [
        'figure 1',
        'tableau 1',
        'conclusion',
        'bibliographie',
        'chapitre',
        'source',
        'exercice',
      ],
      es: ['figura 1', 'tabla 1', 'conclusiones', 'bibliografía', 'capítulo', 'fuente', 'encuesta'],
      it: [
        'figura 1',
        'tabella 1',
        'conclusioni',
        'bibliografia',
        'capitolo',
        'fonte',
        'esercizio',
      ],
      nl: ['figuur 1', 'tabel 1', 'conclusie', 'literatuur', 'hoofdstuk', 'bron', 'boekjaar'],
    },
  },
  {
    name: 'filing',
    titles: {
      en: [
        ...[
          'registration statement',
          'supplemental statement',
          'exhibit',
          'amendment',
          'affidavit',
        ],
        ...['declaration', 'certificate', 'notice', 'certificate of incorporation', 'tax return'],
        ...['department of justice', 'department of the treasury', 'articles of incorporation'],
        ...['certificate of insurance', 'insurance policy', 'dissemination report', 'schedule'],
      ],
      de: ['bescheid', 'steuerbescheid', 'steuererklärung', 'bescheinigung', 'urkunde', 'zeugnis'],
      fr: ['attestation', 'certificat', 'déclaration', 'avis', 'avis d’imposition', 'arrêté'],
      es: ['certificado', 'declaración', 'resolución', 'notificación', 'declaración jurada'],
      it: ['certificato', 'dichiarazione', 'attestazione', 'attestato', 'visura'],
      nl: ['certificaat', 'verklaring', 'beschikking', 'aangifte', 'attest', 'aanslag'],
    },
    keywords: {
      en: [
        ...['pursuant to', 'registrant', 'under the act', 'omb no', 'under penalty of perjury'],
        ...['united states', 'u.s.c', 'department of', 'section', 'as amended', 'regulation'],
        ...['foreign principal', 'notary public', 'filed', 'federal register', 'hereby certify'],
      ],
      de: ['gemäß', 'rechtsbehelfsbelehrung', 'einspruch', 'finanzamt', 'aktenzeichen', 'abs'],
      fr: ['conformément à', 'en vertu de', 'recours', 'préfecture', 'code général', 'décret'],
      es: ['de conformidad con', 'en virtud de', 'recurso', 'real decreto', 'ministerio'],
      it: ['ai sensi', 'ricorso', 'decreto', 'ministero', 'protocollo n'],
      nl: ['op grond van', 'bezwaar', 'belastingdienst', 'ingevolge', 'wetboek'],
    },
  },
  {
    name: 'quotation',
    titles: {
      en: [
        'quotation',
        'quote',
        'estimate',
        'proposal',
        'offer',
        'request for quotation',
        'price list',
      ],
      de: ['angebot', 'kostenvoranschlag', 'preisliste', 'anfrage', 'preisanfrage'],
      fr: [
        'devis',
        'offre',
        'offre de prix',
        'proposition commerciale',
        'tarif',
        'demande de prix',
      ],
      es: ['presupuesto', 'oferta', 'cotización', 'lista de precios', 'tarifa'],
      it: ['preventivo', 'offerta', 'listino prezzi', 'richiesta di offerta'],
      nl: ['offerte', 'prijsopgave', 'prijslijst', 'offerteaanvraag'],
    },
    keywords: {
      en: ['valid until', 'this quote is valid', 'we are pleased to offer', 'this offer'],
      de: ['freibleibend', 'bindefrist', 'dieses angebot', 'wir bieten ihnen an', 'angebotsnummer'],
      fr: ['devis valable', 'bon pour accord', 'validité de l’offre', 'ce devis'],
      es: ['validez del presupuesto', 'este presupuesto', 'validez de la oferta'],
      it: ['validità dell’offerta', 'questo preventivo', 'per accettazione'],
      nl: ['deze offerte', 'geldig tot', 'vrijblijvend'],
    },
  },
  {
    name: 'delivery_note',
    titles: {
      en: [
        'delivery note',
        'packing list',
        'packing slip',
        'bill of lading',
        'waybill',
        'dispatch note',
      ],
      de: ['lieferschein', 'packliste', 'frachtbrief', 'wareneingang', 'lieferavis'],
      fr: ['bon de livraison', 'liste de colisage', 'lettre de voiture', 'bordereau de livraison'],
      es: [
        'albarán',
        'nota de entrega',
        'lista de embalaje',
        'albarán de entrega',
        'carta de porte',
      ],
      it: ['documento di trasporto', 'bolla di consegna', 'ddt', 'packing list'],
      nl: ['pakbon', 'leveringsbon', 'vrachtbrief', 'paklijst', 'afleverbon'],
    },
    keywords: {
      en: ['received in good order', 'number of packages', 'gross weight', 'carrier', 'consignee'],
      de: ['ware erhalten', 'anzahl packstücke', 'versandart', 'bruttogewicht', 'frachtführer'],
      fr: ['reçu en bon état', 'nombre de colis', 'poids brut', 'transporteur'],
      es: ['recibí conforme', 'número de bultos', 'peso bruto', 'transportista'],
      it: ['causale del trasporto', 'numero colli', 'peso lordo', 'vettore', 'aspetto dei beni'],
      nl: ['in goede staat ontvangen', 'aantal colli', 'brutogewicht', 'vervoerder'],
    },
  },
  {
    name: 'payslip',
    titles: {
      en: ['payslip', 'pay slip', 'pay stub', 'salary slip', 'earnings statement', 'wage slip'],
      de: ['gehaltsabrechnung', 'lohnabrechnung', 'verdienstabrechnung', 'entgeltabrechnung'],
      fr: ['bulletin de paie', 'bulletin de salaire', 'fiche de paie'],
      es: ['nómina', 'recibo de salarios', 'recibo individual de salarios'],
      it: ['busta paga', 'cedolino', 'cedolino paga', 'prospetto paga'],
      nl: ['loonstrook', 'salarisspecificatie', 'loonbrief', 'salarisstrook'],
    },
    keywords: {
      en: [
        'gross pay',
        'net pay',
        'year to date',
        'national insurance',
        'pay period',
        'employee no',
      ],
      de: ['lohnsteuer', 'sozialversicherung', 'bruttolohn', 'auszahlungsbetrag', 'steuerklasse'],
      fr: ['salaire brut', 'net imposable', 'cotisations', 'congés payés', 'salaire de base'],
      es: ['salario base', 'líquido a percibir', 'devengos', 'seguridad social', 'irpf'],
      it: ['retribuzione', 'netto in busta', 'trattenute', 'inps', 'irpef', 'ferie'],
      nl: ['brutoloon', 'nettoloon', 'loonheffing', 'vakantiegeld', 'bijzonder tarief'],
    },
  },
  {
    name: 'reminder',
    titles: {
      en: ['payment reminder', 'reminder', 'final notice', 'overdue notice', 'remittance advice'],
      de: [
        'mahnung',
        'zahlungserinnerung',
        'letzte mahnung',
        'zahlungsavis',
        'zahlungsaufforderung',
      ],
      fr: ['relance', 'rappel', 'mise en demeure', 'lettre de relance', 'avis de paiement'],
      es: ['recordatorio de pago', 'reclamación de pago', 'aviso de pago', 'requerimiento de pago'],
      it: ['sollecito', 'sollecito di pagamento', 'avviso di pagamento'],
      nl: ['betalingsherinnering', 'aanmaning', 'herinnering', 'ingebrekestelling'],
    },
    keywords: {
      en: ['overdue', 'outstanding invoices', 'not yet received your payment'],
      de: ['offene posten', 'mahngebühr', 'verzugszinsen', 'überfällig', 'mahnstufe'],
      fr: ['impayé', 'pénalités de retard', 'reste impayée'],
      es: ['impagada', 'pendiente de pago', 'vencidas'],
      it: ['insoluto', 'scaduto', 'non risulta pervenuto'],
      nl: ['openstaand', 'achterstallig', 'nog niet ontvangen'],
    },
  },
  {
    name: 'resume',
    titles: {
      en: ['curriculum vitae', 'resume', 'résumé', 'cover letter'],
      de: ['lebenslauf', 'bewerbung', 'bewerbung als'],
      fr: ['curriculum vitae', 'lettre de motivation'],
      es: ['currículum', 'currículum vitae', 'carta de presentación'],
      it: ['curriculum', 'curriculum vitae', 'lettera di presentazione'],
      nl: ['curriculum vitae', 'motivatiebrief', 'sollicitatie'],
    },
    keywords: {
      en: ['work experience', 'education', 'skills', 'professional experience', 'references'],
      de: ['berufserfahrung', 'ausbildung', 'kenntnisse', 'werdegang', 'sprachkenntnisse'],
      fr: ['expérience professionnelle', 'formation', 'compétences', 'langues'],
      es: ['experiencia laboral', 'formación académica', 'habilidades', 'idiomas'],
      it: [
        'esperienza professionale',
        'istruzione e formazione',
        'competenze',
        'esperienze lavorative',
      ],
      nl: ['werkervaring', 'opleiding', 'vaardigheden', 'opleidingen'],
    },
  },
]
