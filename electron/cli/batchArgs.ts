import { resolve } from 'node:path'
import type { BatchKind } from '../views.ts'
import type { BatchCommand, Command } from './command.ts'
import { batchOptions } from './commandTable.ts'
import {
  commonOf,
  outputsOf,
  parseOptions,
  passwordsNamed,
  priorityOf,
  readerOf,
  tellingOf,
  templateNamed,
  UsageError,
  writingOf,
} from './options.ts'

/** What `extract`, `classify`, `split` and `read` mean: a batch to make. */
export function parseBatch(kind: BatchKind, args: readonly string[], from: string): Command {
  const { values, positionals } = parseOptions(args, batchOptions)
  const samples = values.samples ?? false
  if (positionals.length === 0 && !samples)
    throw new UsageError(`Name a folder or file to ${kind}, such as: ${kind} invoices.`)
  if (positionals.length > 0 && samples)
    throw new UsageError('--samples and folders do not go together.')
  if (kind === 'read' && values.template !== undefined)
    throw new UsageError('--template goes with extract: read takes every word.')
  if (kind !== 'read' && values.tables)
    throw new UsageError('--tables goes with read: extract knows its tables by the template.')
  if (kind !== 'extract' && values.split !== undefined)
    throw new UsageError('--split goes with extract; the command split always looks for documents.')
  if (kind !== 'extract' && values.threshold !== undefined)
    throw new UsageError('--threshold goes with extract: only values are more or less sure.')
  const batch: BatchCommand = {
    kind,
    paths: positionals.map((path) => resolve(from, path)),
    samples,
    outputs: outputsOf(values.out, from),
    template: templateNamed(values.template ?? 'auto', from),
    reader: readerOf(values.reader),
    languages: values.language ?? [],
    tables: values.tables ?? false,
    split: splitOf(values.split),
    name: values.name ?? null,
    reference: values.reference ?? null,
    priority: priorityOf(values.priority),
    telling: tellingOf(values),
    leaveOutDuplicates: values['skip-duplicates'] ?? false,
    threshold: thresholdOf(values.threshold),
    writing: writingOf(values),
    ...passwordsNamed(values, from),
    ...commonOf(values, from),
  }
  return values.check ? { kind: 'preflight', batch } : batch
}

function thresholdOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const threshold = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  if (threshold >= 0 && threshold <= 1) return threshold
  throw new UsageError('--threshold takes a number from 0 to 1, such as 0.9.')
}

function splitOf(text = 'never'): 'never' | 'auto' {
  if (text === 'never' || text === 'auto') return text
  throw new UsageError('--split takes never, auto.')
}
