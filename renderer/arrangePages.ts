import type { ItemPages } from '../electron/views.ts'

/** How the pages of a file make up documents; one that is in none is left out, with a reason. */
export interface Arrangement {
  readonly documents: readonly (readonly number[])[]
  readonly leftOut: readonly { readonly page: number; readonly reason: string }[]
}

/** A page and where it belongs now. */
export interface PagePlace {
  readonly page: number
  /** Positions from 0; null: left out. */
  readonly document: number | null
  readonly at: number
  /** How many pages its document has. */
  readonly of: number
}

const nowhere = 'In no document so far'

export function arrangementOf({ documents, leftOut, pages }: ItemPages): Arrangement {
  const named = new Set([
    ...documents.flatMap((document) => document.pages),
    ...leftOut.map(({ page }) => page),
  ])
  const lost = pages.flatMap(({ number: page }) =>
    named.has(page) ? [] : [{ page, reason: nowhere }],
  )
  return { documents: documents.map((document) => document.pages), leftOut: [...leftOut, ...lost] }
}

/** All pages one after the other, those that are left out at the end. */
export function placesOf({ documents, leftOut }: Arrangement): readonly PagePlace[] {
  const inside = documents.flatMap((pages, document) =>
    pages.map((page, at) => ({ page, document, at, of: pages.length })),
  )
  const outside = leftOut.map(({ page }, at) => ({ page, document: null, at, of: leftOut.length }))
  return [...inside, ...outside]
}

/** A document begins at this page. */
export function splitAt(arrangement: Arrangement, page: number): Arrangement {
  const documents = arrangement.documents.flatMap((pages) => {
    const at = pages.indexOf(page)
    return at > 0 ? [pages.slice(0, at), pages.slice(at)] : [pages]
  })
  return { ...arrangement, documents }
}

/** The document of this page goes on where the one before it ends. */
export function mergeUp(arrangement: Arrangement, page: number): Arrangement {
  const at = arrangement.documents.findIndex((pages) => pages.includes(page))
  const before = arrangement.documents[at - 1]
  const own = arrangement.documents[at]
  if (!before || !own) return arrangement
  return {
    ...arrangement,
    documents: arrangement.documents.toSpliced(at - 1, 2, [...before, ...own]),
  }
}

/** One place up or down; past the edge of its document it goes to the next one. */
export function movePage(arrangement: Arrangement, page: number, step: 1 | -1): Arrangement {
  const { documents } = arrangement
  const document = documents.findIndex((pages) => pages.includes(page))
  const own = documents[document]
  if (!own) return arrangement
  const at = own.indexOf(page)
  const neighbour = own[at + step]
  if (neighbour !== undefined)
    return withDocument(arrangement, document, own.with(at, neighbour).with(at + step, page))
  const other = documents[document + step]
  if (!other) return arrangement
  const moved = documents
    .with(document, own.toSpliced(at, 1))
    .with(document + step, step < 0 ? [...other, page] : [page, ...other])
  return { ...arrangement, documents: withoutEmpty(moved) }
}

/** Beside another page, in whose document it is then; also a page that was left out. */
export function placeBeside(
  arrangement: Arrangement,
  page: number,
  { other, side }: { readonly other: number; readonly side: 'before' | 'after' },
): Arrangement {
  if (page === other || !arrangement.documents.some((pages) => pages.includes(other)))
    return arrangement
  const documents = arrangement.documents.map((pages) => {
    const rest = pages.filter((one) => one !== page)
    const at = rest.indexOf(other)
    return at < 0 ? rest : rest.toSpliced(side === 'before' ? at : at + 1, 0, page)
  })
  return {
    documents: withoutEmpty(documents),
    leftOut: arrangement.leftOut.filter((one) => one.page !== page),
  }
}

/** In no document any more. The last page that is in one stays: a file has a document. */
export function leaveOut(arrangement: Arrangement, page: number, reason: string): Arrangement {
  const documents = withoutEmpty(
    arrangement.documents.map((pages) => pages.filter((one) => one !== page)),
  )
  if (documents.length === 0 || arrangement.leftOut.some((one) => one.page === page))
    return arrangement
  const leftOut = [...arrangement.leftOut, { page, reason }].toSorted((a, b) => a.page - b.page)
  return { documents, leftOut }
}

/** Back into the document of the page that stands before it in the file, or else into the first. */
export function takeBack(arrangement: Arrangement, page: number): Arrangement {
  const inDocuments = arrangement.documents.flat()
  const before = Math.max(...inDocuments.filter((one) => one < page))
  if (Number.isFinite(before))
    return placeBeside(arrangement, page, { other: before, side: 'after' })
  const [first] = inDocuments
  return first === undefined
    ? arrangement
    : placeBeside(arrangement, page, { other: first, side: 'before' })
}

export function isSameArrangement(a: Arrangement, b: Arrangement): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function withDocument(arrangement: Arrangement, at: number, pages: readonly number[]): Arrangement {
  return { ...arrangement, documents: arrangement.documents.with(at, pages) }
}

function withoutEmpty(documents: readonly (readonly number[])[]) {
  return documents.filter((pages) => pages.length > 0)
}
