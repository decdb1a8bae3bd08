import { sep } from 'node:path'
import type { DocumentRow, TemplateTrial, TrialValue } from '../views.ts'
import type { Call } from './call.ts'
import type { TemplateCommand } from './command.ts'
import { exit } from './exitStatus.ts'
import { allBatches, findBatch } from './findBatch.ts'
import { oneLine } from './listCommands.ts'
import { UsageError } from './options.ts'
import { readTemplateFile } from './readTemplateFile.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type Test = Extract<TemplateCommand, { kind: 'templates test' }>
type Tried = TemplateTrial & Pick<DocumentRow, 'filename' | 'path'>

/** What the core tries in one go. */
const atOnce = 20

/**
 * What a template finds on documents that were read already, value by value, beside what is saved finds there. Nothing
 * is read again, and nothing is kept.
 */
export async function testTemplate(call: Call, terminal: Terminal, command: Test): Promise<number> {
  const template = await templateOf(call, command)
  const documents = await documentsOf(call, command)
  const trials: Tried[] = []
  for (let first = 0; first < documents.length; first += atOnce) {
    const some = documents.slice(first, first + atOnce)
    const ids = some.flatMap(({ documentId }) => documentId ?? [])
    const tried = await call('template.try', { template, documentIds: ids })
    for (const trial of tried) {
      const row = some.find(({ documentId }) => documentId === trial.documentId)
      trials.push({ ...trial, filename: row?.filename ?? '', path: row?.path ?? '' })
    }
  }
  const sums = sumsOf(trials)
  if (command.json) terminal.answer(JSON.stringify({ ...sums, documents: trials }, null, 2))
  else for (const line of linesOf(trials, sums)) terminal.answer(line)
  return sums.failed > 0 ? exit.someFailed : exit.good
}

async function templateOf(call: Call, { template: named }: Test): Promise<unknown> {
  if (!named.toLowerCase().endsWith('.json'))
    return (await call('template.get', { name: named })).template
  const { template, problems } = await readTemplateFile(call, named)
  const [problem] = problems
  if (template !== null && !problem) return template
  throw new UsageError(`“${named}” cannot be used: ${problem?.sentence ?? 'it is no template.'}`)
}

/** Those of a batch, or those from a folder in the newest batch that has some. */
async function documentsOf(
  call: Call,
  { on, folder, limit }: Test,
): Promise<readonly DocumentRow[]> {
  const batch = await findBatch(call, on).catch((thrown) => {
    if (thrown instanceof UsageError) return null
    throw thrown
  })
  if (batch) return someOf(await rowsOf(call, batch.id, () => true, limit), `the batch “${on}”`)
  const isInside = ({ path }: DocumentRow) => path === folder || path.startsWith(folder + sep)
  for (const { id, lifecycle } of await allBatches(call)) {
    const found = lifecycle === 'draft' ? [] : await rowsOf(call, id, isInside, limit)
    if (found.length > 0) return found
  }
  throw new UsageError(
    `“${on}” is no batch, and no document from “${folder}” was read yet. Read it first: extract ${on}.`,
  )
}

function someOf(rows: readonly DocumentRow[], what: string): readonly DocumentRow[] {
  if (rows.length > 0) return rows
  throw new UsageError(`There is no document in ${what}.`)
}

async function rowsOf(
  call: Call,
  batchId: string,
  isMeant: (row: DocumentRow) => boolean,
  limit: number,
): Promise<readonly DocumentRow[]> {
  const found: DocumentRow[] = []
  for (let after = -1; found.length < limit; ) {
    const { rows } = await call('batch.documents', { batchId, after, limit: 1000 })
    found.push(...rows.filter((row) => row.documentId !== null && isMeant(row)))
    const last = rows.at(-1)
    if (!last) break
    after = last.index
  }
  return found.slice(0, limit)
}

interface Sums {
  readonly tried: number
  readonly failed: number
  /** Values outside of tables that were found, of those that the template names. */
  readonly found: number
  readonly wanted: number
  readonly needsReview: number
  /** Against what is saved. */
  readonly changes: Readonly<Record<TrialValue['change'], number>>
}

function sumsOf(trials: readonly Tried[]): Sums {
  const values = trials.flatMap(({ fields }) => fields)
  const outside = values.filter(({ table, change }) => table === null && change !== 'lost')
  const how = (change: TrialValue['change']) =>
    values.filter((value) => value.change === change).length
  return {
    tried: trials.length,
    failed: trials.filter(({ error }) => error !== null).length,
    found: outside.filter(({ value }) => value !== null).length,
    wanted: outside.length,
    needsReview: outside.filter(({ needsReview }) => needsReview).length,
    changes: {
      ...{ same: how('same'), changed: how('changed'), found: how('found'), lost: how('lost') },
    },
  }
}

function linesOf(trials: readonly Tried[], sums: Sums): readonly string[] {
  const head = ['FILE', 'FIELD', 'VALUE', 'SURE', 'PAGE', 'SAVED']
  const { changed, found, lost } = sums.changes
  return [
    ...columns([
      head,
      ...trials.flatMap((trial) => trial.fields.map((one) => cellsOf(trial, one))),
    ]),
    ...trials.flatMap(({ filename, error }) =>
      error ? [`failed ${oneLine(filename)} ${error.code} ${error.message}`] : [],
    ),
    `documents ${sums.tried}, ${sums.failed} could not be tried`,
    `values ${sums.found} of ${sums.wanted} found, ${sums.needsReview} to review`,
    `against saved: ${changed} changed, ${found} found, ${lost} lost`,
  ]
}

function cellsOf({ filename }: Tried, field: TrialValue): readonly string[] {
  const { table, row, name, value, confidence, provenance, change, saved } = field
  const was = change === 'same' || change === 'found' ? '' : ` was ${oneLine(saved?.value ?? '-')}`
  return [
    oneLine(filename),
    table === null ? name : `${table}[${(row ?? 0) + 1}].${name}`,
    value === null ? '-' : oneLine(value),
    value === null ? '-' : `${Math.floor(confidence * 100)} %`,
    provenance === null ? '-' : String(provenance.page),
    `${change}${was}`,
  ]
}
