import type { Output } from '../contract.ts'
import type { App } from '../core/createApp.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { findBatch } from './findBatch.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

/** Writes the results of a batch once more. */
export async function exportResults(app: App, terminal: Terminal, command: Of<'export'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  const all: Output<'export.write'>[] = []
  for (const path of command.outputs) {
    const how = { ...command.writing, whenLocked: 'number' } as const
    const written = await call('export.write', { batchId, path, ...how })
    all.push(written)
    if (!command.json) tellWritten(terminal, written)
  }
  if (command.json) terminal.answer(JSON.stringify(all, null, 2))
  return exit.good
}

/** What was written of a batch, with its hashes. */
export async function listExports(app: App, terminal: Terminal, command: Of<'exports'>) {
  const call = callOf(app)
  const { id: batchId } = await findBatch(call, command.batch)
  const exports = await call('export.list', { batchId })
  if (command.json) terminal.answer(JSON.stringify(exports, null, 2))
  else if (exports.length === 0) terminal.answer('Nothing of it was written yet.')
  else {
    const rows = exports.map(({ id, at, documents, isPartial, isThere, sha256, path }) => [
      String(id),
      at.slice(0, 16).replace('T', ' '),
      String(documents),
      isPartial ? 'partial' : 'complete',
      isThere ? 'there' : 'gone',
      sha256?.slice(0, 12) ?? '-',
      path,
    ])
    const head = ['EXPORT', 'WRITTEN', 'DOCUMENTS', 'HOLDS', 'FILE', 'SHA-256', 'PATH']
    for (const line of columns([head, ...rows])) terminal.answer(line)
  }
  return exit.good
}

/** Writes an export again, as it was asked for then. */
export async function repeatExport(app: App, terminal: Terminal, command: Of<'repeat'>) {
  const { exportId, output: path } = command
  const call = callOf(app)
  const written = await call('export.repeat', { exportId, path, whenLocked: 'number' })
  if (command.json) terminal.answer(JSON.stringify(written, null, 2))
  else tellWritten(terminal, written)
  return exit.good
}

/** Where it is; where that is another place than was asked for, why. */
export function tellWritten(
  terminal: Terminal,
  { path, asked }: Pick<Output<'export.write'>, 'path' | 'asked'>,
): void {
  terminal.answer(`output ${path}`)
  if (path !== asked)
    terminal.say(`“${asked}” could not be replaced: another program has it open. See “${path}”.`)
}
