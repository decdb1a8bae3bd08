import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { cropPicture } from '../page/cropPicture.ts'
import { cropName, documentPage, evidenceMark, pagePicture } from './evidenceNames.ts'
import { evidencePage } from './evidencePage.ts'
import type { ResultField, ResultRecord } from './record.ts'
import { valuesOf } from './valuesOf.ts'

/** Where evidence lies while a workbook is written. */
export interface EvidenceFolders {
  /** What is to stand beside the workbook; pictures of pages are in it already (`pagePicture`). */
  readonly folder: string
  /** Pictures of values on their way into the workbook; nothing of it stays. */
  readonly crops: string
}

/** Writes a page for each document, and a picture of each value that was reviewed or flagged. */
export async function writeEvidence(
  records: Iterable<ResultRecord>,
  { folder, crops }: EvidenceFolders,
  workbook: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await mkdir(crops, { recursive: true })
  const words = `The pages behind “${workbook}”: each value in its sheet Provenance links here. Move both together.\n`
  await writeFile(join(folder, evidenceMark), words)
  for (const record of records) {
    if (record.document_id === null) continue
    const html = evidencePage(record, (picture) => existsSync(join(folder, picture)))
    await writeFile(join(folder, documentPage(record)), html)
    let place = 0
    for (const [, field] of valuesOf(record)) {
      const picture = pictureOf(field, record, folder)
      if (picture !== null && field.provenance)
        await cropPicture(picture, field.provenance, join(crops, cropName(record, place)))
      place += 1
    }
  }
}

function pictureOf(field: ResultField, record: ResultRecord, folder: string): string | null {
  const isShown = field.needs_review || field.corrected || field.accepted === true
  if (!isShown || !field.provenance) return null
  const picture = join(folder, pagePicture(record, field.provenance.page))
  return existsSync(picture) ? picture : null
}

/** The folder as links name it: that beside the workbook. */
export function evidenceLink(folder: string, page: string, anchor: string): string {
  return `${basename(folder)}/${page}#${anchor}`
}

/** Where crops lie until the workbook has them. */
export function cropsIn(folder: string): string {
  return join(folder, 'crops')
}
