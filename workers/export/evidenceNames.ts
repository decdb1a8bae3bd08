import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import type { ResultRecord } from './record.ts'

/**
 * The folder of pages beside a workbook: `results-evidence`. Its name is letters and figures alone, so that a link
 * to it survives every program; a workbook’s name that has more gets a mark of its own behind what is left of it.
 */
export function evidenceFolder(workbook: string): string {
  const stem = basename(workbook, extname(workbook))
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
  const mark = createHash('sha256').update(stem).digest('hex').slice(0, 6)
  const name = plain === stem ? stem : `${plain.slice(0, 60)}-${mark}`
  return join(dirname(workbook), `${name}-evidence`)
}

/** Says that a folder is ours; without it nothing of a folder is ever replaced. */
export const evidenceMark = 'sheaf-evidence.txt'

/** The page of a document, inside that folder. */
export function documentPage({ document_id }: Pick<ResultRecord, 'document_id'>): string {
  return `${(document_id ?? '').replace(/[^\w-]/g, '_')}.html`
}

/** The picture of a page, inside that folder. */
export function pagePicture(
  { file_index }: Pick<ResultRecord, 'file_index'>,
  page: number,
): string {
  return `pages/${file_index + 1}-${page}.webp`
}

/** The place of a value on its document’s page, by its place among the values. */
export function valueAnchor(place: number): string {
  return `v${place + 1}`
}

/** The picture of a printed value, in the folder of such pictures. */
export function cropName(record: Pick<ResultRecord, 'document_id'>, place: number): string {
  return documentPage(record).replace(/html$/, `${valueAnchor(place)}.png`)
}
