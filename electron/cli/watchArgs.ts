import { basename, dirname, extname, resolve } from 'node:path'
import { exportFormats } from '../choices.ts'
import { batchKinds } from '../views.ts'
import { splitOf, thresholdOf } from './batchArgs.ts'
import type { Command, WatchCommand } from './command.ts'
import { commandTable } from './commandTable.ts'
import {
  commonOf,
  parseOptions,
  priorityOf,
  readerOf,
  tellingOf,
  templateNamed,
  UsageError,
  writing,
  writingOf,
} from './options.ts'

/** What `watch` means. Only what was named changes a folder that was watched before. */
export function parseWatch(args: readonly string[], from: string): Command {
  const { values, positionals } = parseOptions(args, commandTable.watch.options)
  const [folder, ...others] = positionals
  if (!folder || others.length > 0) throw new UsageError('Name one folder: watch invoices.')
  const named: { [K in keyof WatchCommand['config']]: WatchCommand['config'][K] | undefined } = {
    kind: kindOf(values.kind),
    template: values.template === undefined ? undefined : templateNamed(values.template, from),
    reader: values.reader === undefined ? undefined : readerOf(values.reader),
    languages: values.language,
    tables: values.tables,
    split: values.split === undefined ? undefined : splitOf(values.split),
    threshold: values.threshold === undefined ? undefined : thresholdOf(values.threshold),
    reference: values.reference,
    priority: values.priority === undefined ? undefined : priorityOf(values.priority),
    exportOptions: isAnyNamed(values)
      ? writingOf({ ...values, out: values.out === undefined ? [] : [values.out] }, from)
      : undefined,
    ...outOf(values.out, from),
    moveTo: values['move-to'] === undefined ? undefined : resolve(from, values['move-to']),
    everySeconds: secondsOf(values.every, '--every'),
    settleSeconds: secondsOf(values.settle, '--settle'),
    endlessSeconds: secondsOf(values.endless, '--endless'),
    withSubfolders: values.flat ? false : undefined,
    existing: values['leave-existing'] ? 'leave' : undefined,
  }
  return {
    kind: 'watch',
    folder: resolve(from, folder),
    config: withoutUnnamed(named),
    once: values.once ?? false,
    telling: tellingOf(values),
    ...commonOf(values, from),
  }
}

function withoutUnnamed<T extends object>(named: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(named).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function isAnyNamed(values: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(writing).some((name) => values[name] !== undefined)
}

function kindOf(text: string | undefined) {
  if (text === undefined) return undefined
  const kind = batchKinds.find((known) => known === text)
  if (kind) return kind
  throw new UsageError(`--kind takes ${batchKinds.join(', ')}.`)
}

/** A folder, a pattern of names in it, and a format, out of one path. */
function outOf(text: string | undefined, from: string) {
  if (text === undefined) return {}
  const path = resolve(from, text)
  const ending = extname(path)
  const exportFormat = exportFormats.find((format) => `.${format}` === ending.toLowerCase())
  if (!exportFormat) throw new UsageError(`--out takes a file, such as results/{date} {time}.xlsx.`)
  return { exportTo: dirname(path), exportName: basename(path, ending), exportFormat }
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 }

function secondsOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? []
  if (number !== undefined) return Number(number) * (units[unit] ?? 1)
  throw new UsageError(`${name} takes a time, such as 5s, 500ms or 2m.`)
}
