import { join } from 'node:path'
import { resultOf } from '../../workers/errors.ts'
import { assertWritable } from '../core/atomicWrite.ts'
import type { App } from '../core/createApp.ts'
import type { BatchKind, BatchSummary } from '../views.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { allBatches, findBatch } from './findBatch.ts'
import { intakeOf } from './intakeOf.ts'
import { batchLines } from './listCommands.ts'
import { passwordsOf } from './passwords.ts'
import { aheadLine } from './preflightLines.ts'
import { ledgerReportLines, missingOf, problemLine, problemsOf, summaryLines } from './report.ts'
import { type BatchReport, runBatch, tellReport, workOn, worst } from './runBatch.ts'
import { untilDelivered } from './tellHooks.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

/** Takes files and folders in to extract or only to read, follows the batch, reports. */
export async function startBatch(app: App, terminal: Terminal, command: Of<BatchKind>) {
  const { outputs, kind, telling, writing, json } = command
  const others = outputs.slice(1)
  for (const path of others) await assertWritable(path, kind)
  const { id } = await callOf(app)('batch.create', intakeOf(command))
  if (telling === 'progress') void tellAhead(app, terminal, id)
  return runBatch(app, terminal, { telling, json }, { batchId: id, others, writing })
}

/** One line of what lies ahead, as soon as every file was looked into. */
async function tellAhead(app: App, terminal: Terminal, batchId: string): Promise<void> {
  await app.inspected(batchId)
  const report = await resultOf(() => callOf(app)('batch.preflight', { batchId, most: 0 }))
  if (report.ok) terminal.say(aheadLine(report.value))
}

/** Goes on with one batch, or with every one that is not finished. */
export async function resume(app: App, terminal: Terminal, command: Of<'resume'>) {
  const call = callOf(app)
  const passwords = passwordsOf(command)
  const owes = (batch: BatchSummary) => isOwing(batch) || (passwords.length > 0 && batch.locked > 0)
  const batches = command.batch
    ? [await findBatch(call, command.batch)]
    : (await allBatches(call)).filter(owes).reverse()
  for (const { kind } of batches)
    for (const path of command.outputs) await assertWritable(path, kind)
  const reports: BatchReport[] = []
  if (batches.length === 0) {
    if (!command.json) terminal.answer('Nothing was interrupted: every batch is finished.')
    // What should have happened after one of them may still be owed.
    await untilDelivered(app, terminal)
  }
  const statuses: number[] = []
  for (const before of batches) {
    await call('batch.resume', { batchId: before.id, passwords })
    const batch = {
      batchId: before.id,
      others: command.outputs,
      writing: command.writing,
    }
    const { status, report } = await workOn(app, terminal, command.telling, batch)
    reports.push(report)
    if (!command.json) tellReport(terminal, report)
    statuses.push(status)
    if (status === exit.interrupted) break
  }
  if (command.json) terminal.answer(JSON.stringify(reports, null, 2))
  return worst(statuses)
}

/** Items or an export are still to be done. */
function isOwing({ lifecycle, error }: BatchSummary): boolean {
  return lifecycle !== 'draft' && (lifecycle !== 'finished' || error !== null)
}

/** All batches, or one of them with its problems. */
export async function status(app: App, terminal: Terminal, command: Of<'status'>) {
  const call = callOf(app)
  if (command.batch) {
    const batch = await findBatch(call, command.batch)
    const { output, pagesReadTwice } = app.factsOf(batch.id)
    if (command.json) {
      const differences = await call('batch.differences', { batchId: batch.id })
      const ledger = await call('batch.ledger', { batchId: batch.id })
      const facts = { ...batch, output, pagesReadTwice, differences, ledger }
      terminal.answer(JSON.stringify(facts, null, 2))
      return exit.good
    }
    const { pagesDone, pagesKept } = batch
    const pages = `read ${pagesDone - pagesKept}, kept from before ${pagesKept}`
    for (const line of summaryLines(batch, pages)) terminal.answer(line)
    terminal.answer(`pages read twice ${pagesReadTwice}`)
    if (output) terminal.answer(`output ${output}`)
    for (const { kind, sentence } of await call('batch.differences', { batchId: batch.id }))
      terminal.answer(`differs ${kind} ${sentence}`)
    const ledger = await call('batch.ledger', { batchId: batch.id })
    const missing = await missingOf(call, batch.id, ledger)
    for (const line of ledgerReportLines(ledger, missing)) terminal.answer(line)
    for (const problem of await problemsOf(call, batch.id)) terminal.answer(problemLine(problem))
    return exit.good
  }
  const batches = await allBatches(call)
  if (command.json) terminal.answer(JSON.stringify(batches, null, 2))
  else for (const line of batchLines(batches)) terminal.answer(line)
  return exit.good
}

/** What scans can be read in, and where more would go. */
export async function languages(app: App, terminal: Terminal, command: Of<'languages'>) {
  const state = await callOf(app)('app.state', {})
  if (command.json) terminal.answer(JSON.stringify(state.languages, null, 2))
  else {
    for (const line of columns(
      state.languages.map(({ code, data, name, origin }) => [
        code,
        data,
        name,
        origin === 'own' ? 'your own' : 'comes with Sheaf',
      ]),
    ))
      terminal.answer(line)
    terminal.say(`More: put a .traineddata file into ${join(state.dataDir, 'ocr')}`)
  }
  return exit.good
}
