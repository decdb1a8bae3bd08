import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createApp } from '../electron/core/createApp.ts'
import { forkByNode } from '../electron/forkByNode.ts'
import { loopbackHost } from '../electron/loopbackHost.ts'
import type { Comparison } from '../electron/views.ts'
import { unwrap } from '../workers/errors.ts'
import { writeCsv } from '../workers/export/csv.ts'
import { documentTable } from '../workers/export/documentTable.ts'
import { problemTable } from '../workers/export/problemTable.ts'
import { provenanceTable } from '../workers/export/provenanceTable.ts'
import type { ResultRecord } from '../workers/export/record.ts'
import { rowTable } from '../workers/export/rowTable.ts'
import type { Table } from '../workers/export/table.ts'
import { unzip } from '../workers/export/unzip.ts'
import { writeXlsx } from '../workers/export/xlsx.ts'
import { csvRows } from '../workers/sheets/csvRows.ts'
import { hostileRecords, hostileTexts } from './office/hostileRecords.ts'
import { isShownAs } from './office/shownCell.ts'
import { evaluating, everySheet, soffice, sofficeVersion } from './office/soffice.ts'

/**
 * `npm run office`: has LibreOffice open what we write. Workbooks of the samples and of hostile values, compared cell
 * by cell with the records; CSV with hostile values, of which nothing may be worked out.
 */
const project = join(import.meta.dirname, '..')
const below = mkdtempSync(join(tmpdir(), 'sheaf-office-'))
const say = (line: string) => process.stdout.write(`${line}\n`)

const version = await sofficeVersion()
if (version === null) {
  say('LibreOffice (soffice) is not on this computer: apt-get install libreoffice-calc')
  process.exit(1)
}
say(version)
try {
  const samples = await exportedSamples()
  const [like] = samples.records
  if (!like) throw new Error('the samples gave no document')
  const hostile = hostileRecords(like)
  const hostileFile = join(below, 'hostile.xlsx')
  await writeXlsx(hostileFile, hostile, samples.run)
  const problems = [
    ...samples.problems,
    ...(await differingCells(samples.file, samples.records)),
    ...(await differingCells(hostileFile, hostile)),
    ...(await evaluatedCells(hostile, 'standard')),
    ...(await evaluatedCells(hostile, 'en-US')),
  ]
  for (const problem of problems) say(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  rmSync(below, { recursive: true, force: true })
}

/** A workbook of the samples as a person gets it, and the records that it was written from. */
async function exportedSamples() {
  const app = await createApp({
    ...{ dataDir: join(below, 'data'), resourcesDir: join(project, 'resources') },
    ...{ version: '0.0.0-office', goOn: false, host: loopbackHost },
    ...{
      workerFile: join(project, 'workers', 'index.ts'),
      checkFile: join(project, 'electron', 'core', 'db', 'checkThread.ts'),
    },
    fork: forkByNode(join(project, 'electron', 'poolProcess.ts')),
  })
  const call = async (name: string, input: unknown) => unwrap(await app.dispatch(name, input))
  const { id } = (await call('batch.create', { samples: true })) as { id: string }
  await app.idle(id)
  const [file, lines] = [join(below, 'samples.xlsx'), join(below, 'samples.jsonl')]
  for (const path of [file, lines]) await call('export.write', { batchId: id, path })
  const resaved = await soffice(file, { to: 'xlsx', below })
  const back = (await call('roundTrip.compare', {
    path: join(resaved, basename(file)),
  })) as Comparison
  await app.close()
  say(
    `${basename(file)} saved by LibreOffice: ${back.values} values come back, ${back.corrections.length} differing`,
  )
  const records = readFileSync(lines, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultRecord)
  const nothing = { all: 0, read: 0, failed: 0, skipped: 0, open: 0 }
  const run = {
    ...{ batchId: id, name: 'office', reference: null, sources: [], templates: [] },
    ...{ appVersion: '0', engine: null, startedAt: null, finishedAt: null, counts: {}, pages: 0 },
    ...{ ledger: { files: nothing, pages: nothing, reasons: [] }, unread: [] },
  }
  const problems = [...back.corrections, ...back.notices].map((problem) => JSON.stringify(problem))
  return { file, records, run, problems }
}

function tablesFor(records: readonly ResultRecord[]): readonly Table[] {
  const hasTaxes = records.some((record) => record.tax_breakdown?.length)
  return [
    documentTable(records),
    rowTable(records, 'line_items'),
    ...(hasTaxes ? [rowTable(records, 'tax_breakdown')] : []),
    provenanceTable(records),
    problemTable(records),
  ]
}

/** Compares every cell that LibreOffice shows of a workbook with what stands in the records. */
async function differingCells(
  file: string,
  records: readonly ResultRecord[],
): Promise<readonly string[]> {
  const out = await soffice(file, { to: everySheet, below })
  const problems: string[] = []
  let compared = 0
  for (const table of tablesFor(records)) {
    const shown = await rowsOf(join(out, `${basename(file, '.xlsx')}-${table.name}.csv`))
    const places = table.columns.flatMap(({ workbook }, at) => (workbook === 'left_out' ? [] : at))
    const [, ...below] = shown
    const meant = [...table.rows()]
    if (meant.length !== below.length)
      problems.push(`${table.name}: ${below.length} rows instead of ${meant.length}`)
    for (const [row, cells] of meant.entries())
      for (const [column, place] of places.entries()) {
        const cell = cells[place]
        const text = below[row]?.[column] ?? ''
        compared += 1
        if (cell && !isShownAs(cell, text)) {
          const where = `${table.name} ${table.columns[place]?.name} ${row + 2}`
          problems.push(
            `${where}: ${JSON.stringify(cell)} is shown as ${JSON.stringify(text.slice(0, 80))}`,
          )
        }
      }
  }
  say(`${basename(file)}: ${compared} cells compared, ${problems.length} differing`)
  return problems
}

async function rowsOf(file: string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const { cells } of csvRows(file)) rows.push(cells)
  return rows
}

/**
 * Has CSV opened with formulas worked out, which nobody gets without asking for it, and looks that none is there but
 * those that are nothing but a text (`="00123"`). A formula of our own beside them shows that it would be seen.
 */
async function evaluatedCells(
  records: readonly ResultRecord[],
  csvFor: string,
): Promise<readonly string[]> {
  const file = join(below, `hostile-${csvFor}.csv`)
  await writeCsv(file, records, { csvFor })
  writeFileSync(file, `${readFileSync(file, 'utf8')}=6*7\r\n`)
  const out = await soffice(file, { to: 'xlsx', from: evaluating, below })
  const [converted = ''] = readdirSync(out)
  const sheets = [...unzip(join(out, converted))].filter(([name]) => name.includes('worksheets/'))
  const formulas = sheets.flatMap(([, xml]) =>
    [...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula = '']) => formula),
  )
  const isProof = formulas.includes('6*7')
  const foreign = formulas.filter(
    (formula) => formula !== '6*7' && !/^(&quot;|")[\d .,:/E+%-]*(&quot;|")$/i.test(formula),
  )
  const plain = formulas.length - foreign.length - (isProof ? 1 : 0)
  say(
    `${basename(file)}: ${hostileTexts.length} hostile values, ${foreign.length} evaluated; ${plain} texts kept by ="…"; control formula ${isProof ? 'evaluated' : 'not evaluated'}`,
  )
  return [
    ...foreign.map((formula) => `${csvFor}: ${formula} was taken for a formula`),
    ...(isProof
      ? []
      : [`${csvFor}: the control formula was not worked out, so this proves nothing`]),
  ]
}
