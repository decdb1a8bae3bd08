import { change, type Db, rows } from './open.ts'

/** A page read from its text layer costs a fraction of one that goes through the OCR. */
export type PageKind = 'text' | 'ocr'

/** What pages of a kind took on this computer, the latest counting most. */
export interface PageSpeed {
  readonly kind: PageKind
  readonly pages: number
  readonly seconds: number
  /** Standard deviation of the seconds: how much pages differ. */
  readonly spread: number
}

/** Some hundred pages are remembered: a computer gets a new disk, a person another kind of documents. */
const remembered = 200

/** One more measured page. */
export function countSpeed(
  db: Db,
  page: { readonly kind: PageKind; readonly seconds: number },
): void {
  change(
    db,
    `insert into page_speeds (kind, pages, seconds, squares)
     values (@kind, 1, @seconds, @seconds * @seconds)
     on conflict (kind) do update set
       pages = pages + 1,
       seconds = seconds + (excluded.seconds - seconds) / min(pages + 1, ${remembered}),
       squares = squares + (excluded.squares - squares) / min(pages + 1, ${remembered})`,
    page,
  )
}

/** What was measured so far; nothing of a kind that was never read. */
export function listSpeeds(db: Db): PageSpeed[] {
  return rows<Omit<PageSpeed, 'spread'> & { squares: number }>(
    db,
    'select kind, pages, seconds, squares from page_speeds',
  ).map(({ squares, ...speed }) => ({
    ...speed,
    spread: Math.sqrt(Math.max(0, squares - speed.seconds ** 2)),
  }))
}
