import { failureOf } from '../../workers/errors.ts'
import type { Change, Decisions, PreflightReport } from '../preflightView.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import {
  countFiles,
  countProblems,
  listKnown,
  listProblemFiles,
  listRepeated,
  type PageCounts,
} from './db/preflight.ts'
import { listSpeeds } from './db/speeds.ts'
import { estimateTime } from './estimateTime.ts'
import { forecastFor } from './forecast.ts'
import { installedLanguages, languagesAsked } from './languages.ts'
import { pagesAhead, refusalsOf } from './preflightRefusals.ts'
import {
  estimateWords,
  knownWords,
  problemWords,
  repeatedWords,
  spaceWords,
} from './preflightWords.ts'
import { changed, decisionRefusals, readerKeyOf } from './settleDecisions.ts'
import { spaceNeeded } from './spaceNeeded.ts'

interface Question {
  /** What the person changed their mind about. */
  readonly change: Change
  /** How many files and pairs each list names. */
  readonly most: number
}

/** What reading a batch would mean, as far as its files were looked into. */
export async function preflight(
  core: Core,
  batch: Batch,
  { change, most }: Question,
): Promise<PreflightReport> {
  const { db } = core
  const decided = changed(decidedFor(core, batch), change)
  const key = { batchId: batch.id, readerKey: readerKeyOf(core, decided) }
  const files = countFiles(db, batch.id)
  const pages = pagesAhead(core, batch.id, decided)
  const isWhole = files.inspected === files.files
  const space = await spaceNeeded(core, pages)
  const willRead = willReadOf(pages, decided)
  const speeds = listSpeeds(db)
  const { textPages: text, picturePages: picture, unknownPages: unknown } = willRead
  const ahead = { text, picture, unknown, files: willRead.files }
  const estimate = estimateTime(ahead, speeds, core.pool.threads)
  // What was started was not refused; its template may be of a file that is gone by now.
  const refusals = batch.draft
    ? [...(await decisionRefusals(core, decided)), ...(await refusalsOf(core, batch.id, pages))]
    : []
  return {
    ...{ batchId: batch.id, name: batch.name, decisions: { ...decided, hooks: undefined } },
    ...{ files: files.files, inspected: files.inspected, locked: files.locked },
    isWhole,
    willRead,
    willNot: problemsOf(core, batch, most),
    duplicates: duplicatesOf(core, { ...key, most, decided, pages }),
    space: { ...space, sentence: spaceWords(space, isWhole) },
    languages: languagesOf(core, decided),
    estimate: { ...estimate, sentence: estimateWords(estimate, { ...willRead, isWhole }) },
    forecast:
      decided.kind === 'extract' ? forecastFor(core, { ...decided, files: willRead.files }) : null,
    refusals: refusals.map(failureOf),
  }
}

/** As drafted; of a batch that was started, as it was frozen. */
function decidedFor(core: Core, batch: Batch): Decisions {
  if (batch.draft) return batch.draft
  const { name, reference, kind, priority, template, output } = batch
  const config = configOf(core.db, batch.id)
  return {
    ...{ name, reference, kind, priority, template, output },
    split: config?.split ? 'auto' : 'never',
    reader: config?.settings.mode ?? 'auto',
    languages: [...(config?.settings.languages ?? [])],
    tables: config?.tables ?? false,
    leaveOutDuplicates: config?.leaveOutDuplicates ?? false,
    threshold: config?.threshold ?? null,
  }
}

function willReadOf(counted: PageCounts, decided: Decisions): PreflightReport['willRead'] {
  const { files, repeatedFiles, pages, pagesRepeated, pagesKept } = counted
  const { textPages, picturePages, unknownPages } = counted
  const left = decided.leaveOutDuplicates
  return {
    files: left ? files - repeatedFiles : files,
    pages: left ? pages - pagesRepeated : pages,
    pagesKept,
    pagesRepeated: left ? 0 : pagesRepeated,
    pagesToRead: textPages + picturePages + unknownPages,
    ...{ textPages, picturePages, unknownPages },
  }
}

function problemsOf({ db }: Core, { id }: Batch, most: number): PreflightReport['willNot'] {
  return countProblems(db, id).map(({ code, files }) => {
    const named = listProblemFiles(db, { batchId: id, code, most: Math.max(1, most) })
    const details = JSON.parse(named[0]?.details ?? '{}')
    return {
      ...{ code, files, sentence: problemWords(code, files, details) },
      named: named.slice(0, most).map(({ itemId, filename, path }) => ({ itemId, filename, path })),
    }
  })
}

function duplicatesOf(
  { db }: Core,
  question: {
    batchId: string
    readerKey: string
    most: number
    decided: Decisions
    pages: PageCounts
  },
): PreflightReport['duplicates'] {
  const { decided, pages } = question
  const here = listRepeated(db, question).map((file) => ({
    ...sameOf(file, 'same_content'),
    sentence: repeatedWords(file.otherFilename, decided.leaveOutDuplicates),
  }))
  const before = listKnown(db, question).map((file) => ({
    ...sameOf(file, file.filename === file.otherFilename ? 'read_before' : 'read_under_other_name'),
    sentence: knownWords(file),
  }))
  const { repeatedFiles, knownFiles } = pages
  return { here: repeatedFiles, before: knownFiles, pairs: [...here, ...before] }
}

function sameOf<Kind extends PreflightReport['duplicates']['pairs'][number]['kind']>(
  file: {
    itemId: number
    filename: string
    path: string
    otherFilename: string
    otherPath: string
  },
  kind: Kind,
) {
  const { itemId, filename, path, otherFilename, otherPath } = file
  return { itemId, filename, path, kind, other: { filename: otherFilename, path: otherPath } }
}

function languagesOf(core: Core, { languages }: Decisions): PreflightReport['languages'] {
  const asked = [...languagesAsked(languages)]
  const installed = installedLanguages(core)
  const isThere = (text: string) =>
    installed.some(({ code, data }) => [code, data].includes(text.toLowerCase()))
  return { asked, missing: asked.filter((text) => !isThere(text)) }
}
