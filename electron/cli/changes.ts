import { assertWritable } from '../core/atomicWrite.ts'
import type { App } from '../core/createApp.ts'
import type { BatchSummary } from '../views.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { findBatch } from './findBatch.ts'
import { passwordsOf } from './passwords.ts'
import { summaryLines } from './report.ts'
import { runBatch } from './runBatch.ts'
import type { Terminal } from './terminal.ts'
import { count } from './words.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

/** Gives a batch up; what was read of it stays. */
export async function cancel(app: App, terminal: Terminal, command: Of<'cancel'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  return report(terminal, command, await call('batch.cancel', { batchId }))
}

/** Tries again what failed or was cancelled, in another way where one is named. */
export async function retry(app: App, terminal: Terminal, command: Of<'retry'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  const { reader, languages } = command
  const passwords = passwordsOf(command)
  await call('batch.retry', { batchId, reader, languages: languages && [...languages], passwords })
  return runBatch(app, terminal, command, { batchId, others: [] })
}

/** Takes more files into a batch and reads them. */
export async function add(app: App, terminal: Terminal, command: Of<'add'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  const passwords = passwordsOf(command)
  const { added, known } = await call('batch.add', {
    batchId,
    paths: [...command.paths],
    passwords,
  })
  const told = `added ${added}, known already ${known}`
  if (!command.json) terminal.answer(told)
  else terminal.say(told)
  if (added === 0) {
    if (command.json) terminal.answer(JSON.stringify(await call('batch.get', { batchId }), null, 2))
    return exit.good
  }
  // Whoever adds from here means to have them read, also into a batch that was paused.
  await call('batch.resume', { batchId })
  return runBatch(app, terminal, command, { batchId, others: [] })
}

/** Finds the values of every document anew with another template; nothing is read. */
export async function reextract(app: App, terminal: Terminal, command: Of<'reextract'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  await call('batch.reextract', { batchId, template: command.template })
  return runBatch(app, terminal, command, { batchId, others: [] })
}

/** The same once more, as a new batch. */
export async function duplicate(app: App, terminal: Terminal, command: Of<'duplicate'>) {
  const call = callOf(app)
  const { id, kind } = await findBatch(call, command.batch)
  const { templates, name, outputs } = command
  for (const path of outputs) await assertWritable(path, kind)
  const { id: batchId } = await call('batch.duplicate', { batchId: id, templates, name })
  return runBatch(app, terminal, command, { batchId, others: outputs })
}

/** Another name, reference or priority. */
export async function change(app: App, terminal: Terminal, command: Of<'change'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  const { name, reference, priority } = command
  const batch = await call('batch.update', {
    batchId,
    ...(name !== null && { name }),
    // An empty one takes it away.
    ...(reference !== null && { reference: reference.trim() || null }),
    ...(priority !== null && { priority }),
  })
  if (command.json) {
    terminal.answer(JSON.stringify(batch, null, 2))
    return exit.good
  }
  terminal.answer(`name ${batch.name}`)
  if (batch.reference !== null) terminal.answer(`reference ${batch.reference}`)
  terminal.answer(`priority ${batch.priority}`)
  return exit.good
}

function report(
  terminal: Terminal,
  { json }: { readonly json: boolean },
  batch: BatchSummary,
): number {
  if (json) {
    terminal.answer(JSON.stringify(batch, null, 2))
    return exit.good
  }
  const kept = count(batch.pagesDone, 'page')
  for (const line of summaryLines(batch, `${kept} kept`)) terminal.answer(line)
  return exit.good
}
