import { resolve } from 'node:path'
import type { Command } from './command.ts'
import { commandTable } from './commandTable.ts'
import {
  atMostOne,
  commonOf,
  csvForOf,
  none,
  numberOf,
  parseOptions,
  UsageError,
} from './options.ts'

/** The commands that keep a data folder in order, by their word. */
export const keepingParsers = {
  delete(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.delete.options)
    const batch = oneBatch(positionals, 'delete')
    return { kind: 'delete', batch, purge: values.purge ?? false, ...commonOf(values, from) }
  },
  restore(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.restore.options)
    return { kind: 'restore', batch: oneBatch(positionals, 'restore'), ...commonOf(values, from) }
  },
  settings(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.settings.options)
    none(positionals)
    const named = values.retention
    const retention =
      named === 'never'
        ? named
        : numberOf(named, { name: '--retention', from: 1, to: 3650, or: ' or “never”' })
    return {
      ...{ kind: 'settings', retention },
      csvFor: csvForOf(values['csv-for']),
      ...commonOf(values, from),
    }
  },
  doctor(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.doctor.options)
    none(positionals)
    const { fix = false, compact = false, restore = false, bundle } = values
    if (restore && (fix || compact || bundle !== undefined))
      throw new UsageError('--restore goes alone: the others need a database that is whole.')
    const file = bundle === undefined ? null : resolve(from, bundle)
    return {
      ...{ kind: 'doctor', fix, compact, restore, bundle: file },
      ...commonOf(values, from),
    }
  },
} satisfies Readonly<Record<string, (args: readonly string[], from: string) => Command>>

function oneBatch(positionals: readonly string[], deed: 'delete' | 'restore'): string {
  const batch = atMostOne(positionals)
  if (batch === null) throw new UsageError(`Say which batch, such as: ${deed} 260504-3fa1.`)
  return batch
}
