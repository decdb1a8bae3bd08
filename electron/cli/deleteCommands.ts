import type { App } from '../core/createApp.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { findBatch } from './findBatch.ts'
import type { Terminal } from './terminal.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

/** Takes a batch out of the list, or away for good. */
export async function deleteBatch(app: App, terminal: Terminal, command: Of<'delete'>) {
  const call = callOf(app)
  const { id: batchId, name } = await findBatch(call, command.batch).catch((thrown) => {
    // What was deleted before can still be purged.
    if (command.purge) return findBatch(call, command.batch, { deleted: true })
    throw thrown
  })
  const batch = await call('batch.delete', { batchId })
  if (command.purge) await call('batch.purge', { batchId })
  if (command.json) {
    terminal.answer(JSON.stringify({ ...batch, purged: command.purge }, null, 2))
    return exit.good
  }
  terminal.answer(`${command.purge ? 'purged' : 'deleted'} ${batchId} ${name}`)
  if (!command.purge)
    terminal.say(`To bring it back within 7 days: npm start -- restore ${batchId}`)
  return exit.good
}

/** Brings a deleted batch back. */
export async function restoreBatch(app: App, terminal: Terminal, command: Of<'restore'>) {
  const call = callOf(app)
  const { id: batchId, name } = await findBatch(call, command.batch, { deleted: true })
  const batch = await call('batch.restore', { batchId })
  if (command.json) terminal.answer(JSON.stringify(batch, null, 2))
  else terminal.answer(`restored ${batchId} ${name}`)
  return exit.good
}

/** Shows what holds for everything, after changing what was named. */
export async function settings(app: App, terminal: Terminal, command: Of<'settings'>) {
  const call = callOf(app)
  const { retention, csvFor, json } = command
  if (retention !== null)
    await call('settings.set', { retentionDays: retention === 'never' ? null : retention })
  if (csvFor !== null) await call('settings.set', { csvFor })
  const all = await call('settings.get', {})
  if (json) terminal.answer(JSON.stringify(all, null, 2))
  else {
    const { retentionDays } = all
    terminal.answer(`retention ${retentionDays === null ? 'never' : `${retentionDays} days`}`)
    terminal.answer(`csv-for ${all.csvFor}`)
  }
  return exit.good
}
