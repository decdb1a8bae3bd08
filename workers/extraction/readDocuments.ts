import type { Check, ExtractedDocument, Field, Page, TableRow } from '../model.ts'
import { labelList, type Template } from '../template.ts'
import { adjustmentOf } from './adjustedTotals.ts'
import { classify } from './classify.ts'
import { documentConfidence } from './documentConfidence.ts'
import { doubtsFrom } from './doubts.ts'
import { findFields } from './findFields.ts'
import { findPairs } from './findPairs.ts'
import { findLedger } from './ledger.ts'
import { findLineItems } from './lineItems.ts'
import { type Reading, readingOf } from './reading.ts'
import { splitPages } from './splitPages.ts'
import { findTaxBreakdown } from './taxBreakdown.ts'
import { validate } from './validate.ts'
import { withExactSources } from './withExactSources.ts'
import { withoutRates } from './withoutRates.ts'

export interface ReadDocumentsInput {
  readonly pages: readonly Page[]
  readonly missingPages: readonly number[]
  readonly templates: readonly Template[]
  /** `auto` or the name of one of the templates. */
  readonly choice: string
  /** ISO date of the run. */
  readonly today: string
  /** `types`: what each document is, without its fields. */
  readonly finds?: 'fields' | 'types'
  /** The pages may be those of several documents. */
  readonly split?: boolean
}

/**
 * The documents of one file: laid out, classified, their fields found, checked and scored. A file is one
 * document unless it is to be split; one without a single word is of unknown type and waits for a person.
 */
export function readDocuments(input: ReadDocumentsInput): ExtractedDocument[] {
  const { pages, missingPages, split = false } = input
  const documents = split ? splitPages(pages, input) : []
  if (documents.length === 0) return [readDocument(input)]
  // A page that could not be read belongs to the document before it.
  const firsts = documents.map(([page], i) => (i === 0 || !page ? 0 : page.number))
  return documents.map((own, i) => {
    const [from, to] = [firsts[i] ?? 0, firsts[i + 1] ?? Number.POSITIVE_INFINITY]
    const missing = missingPages.filter((page) => page >= from && page < to)
    return readDocument({ ...input, pages: own, missingPages: missing })
  })
}

function readDocument(input: ReadDocumentsInput): ExtractedDocument {
  const { pages, missingPages, templates, choice, today, finds = 'fields' } = input
  if (pages.every((page) => page.words.length === 0)) return wordless(pages, missingPages)
  const reading = readingOf(pages, today)
  if (finds === 'types') return typedOnly(reading, input)
  const chosen = templates.find((template) => template.name === choice)
  const { template, confidence } = chosen
    ? { template: chosen, confidence: 1 }
    : classify(reading, templates)
  const found = template
    ? extract(template, reading)
    : { fields: [], tables: {}, checks: [], mathValid: null }
  const fields = flag(found.fields, found.checks, missingPages)
  const values = fields.filter((field) => field.value !== null)
  return {
    pages: stretchOf(pages, missingPages),
    type: template?.name ?? 'unknown',
    category: template?.category ?? 'other',
    typeConfidence: confidence,
    template: template ? { name: template.name, version: template.version } : null,
    language: reading.language,
    fields,
    tables: found.tables,
    checks: [...found.checks, ...missing(missingPages)],
    mathValid: found.mathValid,
    confidence: documentConfidence(fields, confidence),
    needsReview:
      !template ||
      missingPages.length > 0 ||
      values.length === 0 ||
      found.mathValid === false ||
      [...fields, ...cellsOf(found.tables)].some((field) => field.needsReview),
  }
}

function cellsOf(tables: Readonly<Record<string, readonly TableRow[]>>): Field[] {
  return Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.values(row)))
}

/** Below this another type is about as likely, and a person decides. */
const sureOfType = 0.5

/** What a document is, and nothing of what it says. */
function typedOnly(
  reading: Reading,
  { missingPages, templates, choice }: ReadDocumentsInput,
): ExtractedDocument {
  const chosen = templates.find((template) => template.name === choice)
  const { template, confidence } = chosen
    ? { template: chosen, confidence: 1 }
    : classify(reading, templates)
  return {
    pages: stretchOf(reading.pages, missingPages),
    type: template?.name ?? 'unknown',
    category: template?.category ?? 'other',
    typeConfidence: confidence,
    template: template ? { name: template.name, version: template.version } : null,
    language: reading.language,
    ...{ fields: [], tables: {}, checks: missing(missingPages), mathValid: null },
    confidence,
    needsReview: !template || missingPages.length > 0 || confidence < sureOfType,
  }
}

function wordless(pages: readonly Page[], missingPages: readonly number[]): ExtractedDocument {
  const sentence = 'No text was found. If the pages are not blank, scan them again at 300 dpi.'
  const noText = {
    code: 'no_text_found',
    level: 'warning',
    passed: false,
    sentence,
    fields: [],
  } as const
  return {
    pages: stretchOf(pages, missingPages),
    ...{ type: 'unknown', category: 'other', typeConfidence: 0, template: null, language: null },
    ...{ fields: [], tables: {}, checks: [noText, ...missing(missingPages)], mathValid: null },
    ...{ confidence: 0, needsReview: true },
  }
}

function stretchOf(
  pages: readonly Page[],
  missingPages: readonly number[],
): readonly [first: number, last: number] {
  const numbers = [...pages.map((page) => page.number), ...missingPages]
  return [Math.min(...numbers), Math.max(...numbers)]
}

function extract(template: Template, reading: Reading) {
  const named = findFields(template, reading)
  const pairs = template.pairs
    ? findPairs(
        reading,
        template.fields.map(({ name }) => name),
      )
    : []
  const fields = [...named, ...pairs]
  const net = fields.find((field) =>
    template.fields.some((spec) => spec.name === field.name && spec.total === 'net'),
  )
  const sums = template.fields.filter((field) => field.total !== null)
  const sumLabels = sums.flatMap((field) => labelList(field.labels))
  const tables: Record<string, TableRow[]> = {}
  for (const table of template.tables)
    tables[table.name] =
      table.kind === 'tax'
        ? findTaxBreakdown(table, reading, net?.value ?? null)
        : table.kind === 'ledger'
          ? findLedger(table, reading)
          : findLineItems(table, reading, sumLabels)
  const own = withoutRates(template, fields, tables)
  const exact = withExactSources(template, reading, { fields: own, tables })
  const { checks, mathValid } = validate(template, exact.fields, exact.tables, (missing) =>
    adjustmentOf(template, reading, missing),
  )
  return { ...exact, checks: [...exact.checks, ...checks], mathValid }
}

/** Fields that a failed check names, and all fields of a document with a page missing, need review. */
function flag(
  fields: readonly Field[],
  checks: readonly Check[],
  missingPages: readonly number[],
): Field[] {
  const doubted = doubtsFrom(checks)
  return fields.map((field) => {
    const reasons = [...field.reasons]
    const doubt = doubted.get(field.name)
    if (doubt && field.value !== null) reasons.push(doubt)
    if (missingPages.length > 0 && field.value === null) reasons.push('page_missing')
    const confidence = doubt ? Math.min(field.confidence, 0.5) : field.confidence
    return { ...field, confidence, reasons, needsReview: reasons.length > 0 }
  })
}

function missing(pages: readonly number[]): Check[] {
  if (pages.length === 0) return []
  const sentence = `Page ${pages.join(', ')} could not be read; values may be missing.`
  return [{ code: 'pages_complete', level: 'error', passed: false, sentence, fields: [] }]
}
