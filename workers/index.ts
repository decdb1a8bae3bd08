import { type Result, resultOf } from './errors.ts'
import type { WriteExportTask } from './export/record.ts'
import { type RenderPagesTask, renderPages as renderTexts } from './export/renderPages.ts'
import { writeExport as write } from './export/writeExport.ts'
import {
  type FindMatchesTask,
  findMatches as match,
  type PatternMatch,
} from './extraction/findMatches.ts'
import { readDocuments } from './extraction/readDocuments.ts'
import { readPage as read } from './page/readPage.ts'
import { renderPreview as render } from './page/renderPreview.ts'
import { readSheets as readTables } from './sheets/readSheets.ts'
import type { ReadSheetsTask } from './sheets/sheetLine.ts'
import { inspectFile as inspect } from './source/inspectFile.ts'
import type {
  ExtractAnswer,
  ExtractTask,
  FileInspection,
  InspectFileTask,
  PageReading,
  ReadPageTask,
  RenderPreviewTask,
} from './tasks.ts'

/** What a pool thread can run. Each answers with data: an Error would lose its code on the way. */

export const inspectFile = (task: InspectFileTask): Promise<Result<FileInspection>> =>
  resultOf(() => inspect(task))

export const readPage = (task: ReadPageTask): Promise<Result<PageReading>> =>
  resultOf(() => read(task))

export const renderPreview = (task: RenderPreviewTask): Promise<Result<null>> =>
  resultOf(() => render(task))

export const extract = (task: ExtractTask): Promise<Result<ExtractAnswer>> =>
  resultOf(() => ({ documents: readDocuments(task) }))

export const findMatches = (task: FindMatchesTask): Promise<Result<readonly PatternMatch[]>> =>
  resultOf(() => match(task))

export const renderPages = (task: RenderPagesTask): Promise<Result<readonly string[]>> =>
  resultOf(() => renderTexts(task))

export const writeExport = (task: WriteExportTask) => resultOf(() => write(task))

export const readSheets = (task: ReadSheetsTask) => resultOf(() => readTables(task))

/** Loads everything above, so that whoever comes next does not wait for that. */
export const warmUp = (): Promise<Result<null>> => resultOf(() => null)
