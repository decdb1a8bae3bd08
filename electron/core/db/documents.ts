import type { Check, ExtractedDocument } from '../../../workers/model.ts'
import { insertFields, keepFieldIds, placedFields } from './fields.ts'
import { change, type Db, row, rows } from './open.ts'

export interface StoredDocument {
  readonly id: string
  readonly batchId: string
  readonly itemId: number
  readonly seq: number
  readonly pages: readonly [first: number, last: number]
  /** Its pages in order where a person put them so; null: from the first to the last. */
  readonly pageList: readonly number[] | null
  readonly missingPages: readonly number[]
  readonly type: string
  readonly category: string
  readonly typeConfidence: number
  readonly templateName: string | null
  readonly templateVersion: number | null
  readonly language: string | null
  readonly confidence: number
  readonly needsReview: boolean
  readonly review: 'none' | 'approved' | 'rejected'
  /** Why it was rejected. */
  readonly reviewReason: string | null
  /** Put off by a person, to a date or until nothing else is left. */
  readonly postponed: { readonly at: string; readonly until: string | null } | null
  readonly mathValid: boolean | null
  readonly checks: readonly Check[]
  /** How its pages were read, where that is not how its batch reads. */
  readonly readerKey: string | null
}

export interface NewDocument {
  readonly id: string
  readonly batchId: string
  readonly itemId: number
  readonly seq: number
  readonly missingPages: readonly number[]
  readonly document: ExtractedDocument
}

/** Stores a document with its fields and tables; the caller holds the transaction. */
export function insertDocument(db: Db, { document, missingPages, ...place }: NewDocument): void {
  const { pages, template, mathValid, checks, needsReview, type, category, ...rest } = document
  const { typeConfidence, language, confidence } = rest
  change(
    db,
    `insert into documents (id, batch_id, item_id, seq, first_page, last_page, missing_pages, type,
       category, type_confidence, template_name, template_version, language, confidence, needs_review,
       math_valid, checks, reader_key)
     values (@id, @batchId, @itemId, @seq, @first, @last, @missingPages, @type, @category,
       @typeConfidence, @templateName, @templateVersion, @language, @confidence, @needsReview,
       @mathValid, @checks, (select reader_key from items where id = @itemId))`,
    {
      ...place,
      ...{ type, category, typeConfidence, language, confidence },
      first: pages[0],
      last: pages[1],
      missingPages: JSON.stringify(missingPages),
      templateName: template?.name ?? null,
      templateVersion: template?.version ?? null,
      needsReview: Number(needsReview),
      mathValid: mathValid === null ? null : Number(mathValid),
      checks: JSON.stringify(checks),
    },
  )
  insertFields(db, place.id, placedFields(document))
}

const columns = `id, batch_id as batchId, item_id as itemId, seq, first_page as first,
  last_page as last, page_list as pageList, missing_pages as missingPages, type, category,
  type_confidence as typeConfidence, template_name as templateName,
  template_version as templateVersion, language, confidence, needs_review as needsReview, review,
  review_reason as reviewReason, postponed_at as postponedAt, postponed_until as postponedUntil,
  math_valid as mathValid, checks, reader_key as readerKey`

type DocumentRow = Omit<
  StoredDocument,
  'pages' | 'pageList' | 'missingPages' | 'needsReview' | 'postponed' | 'mathValid' | 'checks'
> & {
  readonly first: number
  readonly last: number
  readonly pageList: string | null
  readonly postponedAt: string | null
  readonly postponedUntil: string | null
  readonly missingPages: string
  readonly needsReview: 0 | 1
  readonly mathValid: 0 | 1 | null
  readonly checks: string
}

function documentOf(found: DocumentRow): StoredDocument {
  const { first, last, postponedAt, postponedUntil, ...stored } = found
  return {
    ...stored,
    pages: [first, last],
    pageList: stored.pageList === null ? null : JSON.parse(stored.pageList),
    postponed: postponedAt === null ? null : { at: postponedAt, until: postponedUntil },
    missingPages: JSON.parse(stored.missingPages),
    needsReview: stored.needsReview === 1,
    mathValid: stored.mathValid === null ? null : stored.mathValid === 1,
    checks: JSON.parse(stored.checks),
  }
}

export function findDocument(db: Db, id: string): StoredDocument | null {
  const found = row<DocumentRow>(db, `select ${columns} from documents where id = @id`, { id })
  return found && documentOf(found)
}

export function listDocumentsOfItem(db: Db, itemId: number): StoredDocument[] {
  return rows<DocumentRow>(
    db,
    `select ${columns} from documents where item_id = @itemId order by seq`,
    { itemId },
  ).map(documentOf)
}

/** The numbers of its pages within the file, in the order of the document. */
export function pageNumbersOf({
  pages: [first, last],
  pageList,
}: Pick<StoredDocument, 'pages' | 'pageList'>): readonly number[] {
  return pageList ?? Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Another reading of the same document, or the one before it; its fields are stored by themselves. */
export function rewriteDocument(db: Db, document: StoredDocument): void {
  const { id, type, category, typeConfidence, templateName, templateVersion, language } = document
  change(
    db,
    `update documents set first_page = @first, last_page = @last, missing_pages = @missingPages,
       type = @type, category = @category, type_confidence = @typeConfidence,
       template_name = @templateName, template_version = @templateVersion, language = @language,
       reader_key = @readerKey, page_list = @pageList
     where id = @id`,
    {
      ...{ id, type, category, typeConfidence, templateName, templateVersion, language },
      first: document.pages[0],
      last: document.pages[1],
      pageList: document.pageList ? JSON.stringify(document.pageList) : null,
      missingPages: JSON.stringify(document.missingPages),
      readerKey: document.readerKey,
    },
  )
  updateDocument(db, id, document)
}

/** Before its item is extracted anew: its documents and all that was ever done to them. */
export function deleteDocumentsOfItem(db: Db, itemId: number): void {
  removeDocumentsOfItem(db, itemId)
  change(db, 'delete from field_events where item_id = @itemId', { itemId })
}

/** Before its pages are put together differently: what was done can still be taken back. */
export function removeDocumentsOfItem(db: Db, itemId: number): void {
  keepFieldIds(db)
  change(db, 'delete from documents where item_id = @itemId', { itemId })
}

/** Stores a document as it was or as it was put together; its fields are stored by themselves. */
export function restoreDocument(db: Db, document: StoredDocument): void {
  const { id, batchId, itemId, seq, type, category, typeConfidence, confidence } = document
  change(
    db,
    `insert into documents (id, batch_id, item_id, seq, first_page, last_page, missing_pages, type,
       category, type_confidence, confidence, needs_review, checks)
     values (@id, @batchId, @itemId, @seq, 1, 1, '[]', @type, @category, @typeConfidence, @confidence,
       0, '[]')`,
    { id, batchId, itemId, seq, type, category, typeConfidence, confidence },
  )
  rewriteDocument(db, document)
}

/** What a review changes of a document; an undo puts the same back. */
export type DocumentState = Pick<
  StoredDocument,
  'confidence' | 'needsReview' | 'review' | 'reviewReason' | 'postponed' | 'mathValid' | 'checks'
>

export function updateDocument(db: Db, id: string, state: DocumentState): void {
  change(
    db,
    `update documents set confidence = @confidence, needs_review = @needsReview, review = @review,
       review_reason = @reviewReason, postponed_at = @postponedAt, postponed_until = @postponedUntil,
       math_valid = @mathValid, checks = @checks
     where id = @id`,
    {
      id,
      confidence: state.confidence,
      needsReview: Number(state.needsReview),
      review: state.review,
      // Acts of an older Sheaf know neither.
      reviewReason: state.reviewReason ?? null,
      postponedAt: state.postponed?.at ?? null,
      postponedUntil: state.postponed?.until ?? null,
      mathValid: state.mathValid === null ? null : Number(state.mathValid),
      checks: JSON.stringify(state.checks),
    },
  )
}

/** The documents before and after this one in the order of intake. */
export function findNeighbours(
  db: Db,
  document: Pick<StoredDocument, 'batchId' | 'itemId' | 'seq'>,
): { readonly previousId: string | null; readonly nextId: string | null } {
  const found = row<{ previousId: string | null; nextId: string | null }>(
    db,
    `select
       (select r.document_id from batch_rows r
        where r.batch_id = @batchId and (r.item_seq, r.document_seq) < (own.seq, @seq)
          and r.document_id is not null
        order by r.item_seq desc, r.document_seq desc limit 1) as previousId,
       (select r.document_id from batch_rows r
        where r.batch_id = @batchId and (r.item_seq, r.document_seq) > (own.seq, @seq)
          and r.document_id is not null
        order by r.item_seq, r.document_seq limit 1) as nextId
     from items own where own.id = @itemId`,
    { batchId: document.batchId, itemId: document.itemId, seq: document.seq },
  )
  return found ?? { previousId: null, nextId: null }
}
