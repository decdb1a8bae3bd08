/**
 * The vocabulary that every layer speaks. Nothing here computes.
 * Boxes are in page points (1/72 inch), origin top left, of the upright page.
 */

/** Left, top, right, bottom in page points. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

export const readers = ['text_layer', 'ocr', 'form', 'xml', 'qr'] as const
/** How a word was got. */
export type Reader = (typeof readers)[number]

export interface Word {
  readonly text: string
  readonly box: Box
  /** 0 to 1: the chance that the text is what the page shows. */
  readonly confidence: number
  readonly reader: Reader
  /** What another reading of the same place says, where it differs; most words have none. */
  readonly alternative?: { readonly text: string; readonly confidence: number }
}

/** Clockwise turn in degrees. */
export type Turn = 0 | 90 | 180 | 270

export interface Page {
  /** Counted from 1 within the file. */
  readonly number: number
  /** Width and height in points, upright. */
  readonly size: readonly [width: number, height: number]
  /** How far the page had to be turned clockwise to stand upright, beyond what its file says itself. */
  readonly rotation: Turn
  readonly words: readonly Word[]
  /** The whole page read in other ways, where the first left doubt; in the same places, best first. */
  readonly others?: readonly (readonly Word[])[]
  readonly reader: Reader
  /** Why this reader was chosen, for the person who asks. */
  readonly readerReason: string
  /** Mean confidence of the words, 0 for a page without words. */
  readonly confidence: number
  /** ISO 639-1 code of the page's main language, null when nothing tells. */
  readonly language: string | null
  /** A picture of it is damaged or too large to be read: a part is cut off, wrong or missing, and so is what was read there. */
  readonly isIncomplete?: boolean
  /** What the file states exactly beside its print; of attachments on the first page. Absent without any. */
  readonly exact?: readonly ExactSource[]
}

/** Facts in a form made for programs: an e-invoice’s XML, a payment code. */
export interface ExactSource {
  readonly reader: 'xml' | 'qr'
  readonly format: 'cii' | 'ubl' | 'epc' | 'swiss_qr'
  /** Where the code stands on the page; null for an attachment. */
  readonly box: Box | null
  readonly facts: readonly Fact[]
  /** One list of facts a row: BG-25 invoice lines, BG-23 taxes by rate. */
  readonly rows: readonly { readonly group: 'BG-25' | 'BG-23'; readonly facts: readonly Fact[] }[]
}

/** A value under its business term of EN 16931: `BT-1` is the invoice’s number. */
export interface Fact {
  readonly term: string
  /** Dates ISO, amounts decimal strings with a point. */
  readonly value: string
}

export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'heic' | 'avif' | 'gif'

/** Words that stand on one visual line, left to right. */
export interface Line {
  readonly page: number
  readonly box: Box
  readonly words: readonly Word[]
  readonly segments: readonly Segment[]
  /** The usual gap between two words of its page, in points. */
  readonly wordSpace: number
}

/** A run of words of one line without a wide gap: the unit of labels and values. */
export interface Segment {
  readonly page: number
  readonly box: Box
  readonly words: readonly Word[]
  readonly text: string
}

/** The field's words for how an item or document stands. */
export const statuses = [
  'pending',
  'running',
  'completed',
  'needs_review',
  'failed',
  'skipped',
  'cancelled',
] as const

export const fieldTypes = [
  'text',
  'name',
  'address',
  'date',
  'time',
  'amount',
  'number',
  'percent',
  'currency',
  'identifier',
  'iban',
  'bic',
  'vat_id',
  'phone',
  'email',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** Where a value was seen. */
export interface Provenance {
  readonly page: number
  readonly box: Box
  readonly pageSize: readonly [width: number, height: number]
  /** The text inside the box, white space collapsed. */
  readonly text: string
}

/** A possible value of a field, ranked by confidence. */
export interface Candidate {
  readonly value: string
  readonly raw: string
  readonly confidence: number
  readonly reader: Reader
  /** Null: an exact source states it, and it is printed nowhere. */
  readonly provenance: Provenance | null
  /** Short reasons a person can read: "right of ‘Invoice No.’". */
  readonly why: readonly string[]
}

/** Why a field needs review. */
export type ReviewReason =
  | 'not_found'
  | 'low_confidence'
  | 'low_ocr'
  | 'close_second'
  | 'label_missing'
  | 'mended'
  | 'ambiguous_date'
  | 'ambiguous_amount'
  | 'equation_broken'
  | 'check_failed'
  | 'page_missing'

export interface Field {
  readonly name: string
  readonly label: string
  readonly type: FieldType
  /** Dates ISO, amounts decimal strings with a point, text as printed; null when absent. */
  readonly value: string | null
  readonly raw: string | null
  readonly confidence: number
  readonly needsReview: boolean
  readonly reasons: readonly ReviewReason[]
  /** Reasons for being unsure that a lower threshold took away: a higher one brings them back. */
  readonly firstReasons?: readonly ReviewReason[]
  readonly reader: Reader | null
  readonly provenance: Provenance | null
  /** At most five, best first; the first is the value unless a person corrected it. */
  readonly candidates: readonly Candidate[]
}

/** One row of a document's table: column name to field. */
export type TableRow = Readonly<Record<string, Field>>

/** A rule applied to a document. */
export interface Check {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly passed: boolean
  readonly sentence: string
  /** Names of the fields that it speaks of. */
  readonly fields: readonly string[]
}

/** One logical document: a page range of a file, with a type and what was found. */
export interface ExtractedDocument {
  readonly pages: readonly [first: number, last: number]
  /** A template's name, or `unknown`. */
  readonly type: string
  readonly category: string
  readonly typeConfidence: number
  readonly template: { readonly name: string; readonly version: number } | null
  readonly language: string | null
  readonly fields: readonly Field[]
  /** Table name (`line_items`, `tax_breakdown`) to rows, top to bottom. */
  readonly tables: Readonly<Record<string, readonly TableRow[]>>
  readonly checks: readonly Check[]
  /** Whether the arithmetic that the page shows holds; null when there is nothing to check. */
  readonly mathValid: boolean | null
  readonly confidence: number
  readonly needsReview: boolean
}
