import { AppError } from '../../workers/errors.ts'
import type { Decisions } from '../preflightView.ts'
import type { Core } from './core.ts'
import { countFiles, countPagesAhead, type PageCounts } from './db/preflight.ts'
import { installedLanguages, languageMissing } from './languages.ts'
import { readerKeyOf } from './settleDecisions.ts'
import { spaceNeeded, spaceRefusal } from './spaceNeeded.ts'

/** Why the files of a batch cannot be read to any use, as far as they were looked into. */
export async function refusalsOf(
  core: Core,
  batchId: string,
  pages: PageCounts,
): Promise<readonly AppError[]> {
  const noSpace = spaceRefusal(await spaceNeeded(core, pages), core.dataDir)
  return [...(noSpace ? [noSpace] : []), ...contentRefusals(core, batchId, pages)]
}

/** Pages by kind; a person who chose how they are read has answered what a sample can only guess. */
export function pagesAhead(core: Core, batchId: string, decided: Decisions): PageCounts {
  const pages = countPagesAhead(core.db, { batchId, readerKey: readerKeyOf(core, decided) })
  const ahead = pages.textPages + pages.picturePages + pages.unknownPages
  const none = { textPages: 0, picturePages: 0, unknownPages: 0 }
  if (decided.reader === 'ocr') return { ...pages, ...none, picturePages: ahead }
  return decided.reader === 'text_layer' ? { ...pages, ...none, textPages: ahead } : pages
}

/** Only when every file was looked into: one that is still ahead may be readable. */
function contentRefusals(core: Core, batchId: string, pages: PageCounts): readonly AppError[] {
  const { files, inspected, locked } = countFiles(core.db, batchId)
  if (inspected < files) return []
  // A locked file may be opened later; the batch waits for its password.
  if (pages.files === 0 && locked === 0) return [new AppError('nothing_readable', { files })]
  const { picturePages, textPages, unknownPages, pagesKept } = pages
  const needsOcr = picturePages > 0 && textPages + unknownPages + pagesKept === 0
  return needsOcr && installedLanguages(core).length === 0 ? [languageMissing(core, 'scans')] : []
}
