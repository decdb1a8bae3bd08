import type { Box, Page } from '../model.ts'
import { readingOrder } from './readingOrder.ts'
import { partsOf } from './tables.ts'

/** A table of a page as a grid: one text a column and row, '' where a row has nothing. */
export interface PageTable {
  /** In page points. */
  readonly box: Box
  readonly cells: readonly (readonly string[])[]
}

/** Every table of a page, in reading order. */
export function pageTables(page: Page): PageTable[] {
  return readingOrder(page)
    .flatMap(partsOf)
    .flatMap((part) => (part.kind === 'table' ? [{ box: part.box, cells: part.cells }] : []))
}
