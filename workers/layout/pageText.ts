import type { Page } from '../model.ts'
import { readingOrder } from './readingOrder.ts'
import { rowText } from './rows.ts'

/** All words of a page in reading order: lines broken as printed, words of a line separated by a space. */
export function pageText(page: Page): string {
  return readingOrder(page).flat().map(rowText).join('\n')
}
