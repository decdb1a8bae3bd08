import { resolve } from 'node:path'
import type { Command } from './command.ts'
import { commandTable } from './commandTable.ts'
import {
  batchNamed,
  commonOf,
  outputsOf,
  parseOptions,
  passwordsNamed,
  priorityOf,
  readerOf,
  tellingOf,
  templateNamed,
  UsageError,
} from './options.ts'

/** The commands that change a batch, by their word. */
export const changeParsers = {
  cancel(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.cancel.options)
    const [batch] = batchNamed('cancel', positionals, 1)
    return { kind: 'cancel', batch, ...commonOf(values, from) }
  },
  retry(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.retry.options)
    const [batch] = batchNamed('retry', positionals, 1)
    return {
      ...{ kind: 'retry', batch, languages: values.language ?? null },
      reader: values.reader === undefined ? null : readerOf(values.reader),
      telling: tellingOf(values),
      ...passwordsNamed(values, from),
      ...commonOf(values, from),
    }
  },
  add(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.add.options)
    const [batch, ...paths] = batchNamed('add', positionals, Number.POSITIVE_INFINITY)
    if (paths.length === 0)
      throw new UsageError(`Name what to add, such as: add ${batch} invoices.`)
    return {
      ...{ kind: 'add', batch, paths: paths.map((path) => resolve(from, path)) },
      telling: tellingOf(values),
      ...passwordsNamed(values, from),
      ...commonOf(values, from),
    }
  },
  reextract(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.reextract.options)
    const [batch] = batchNamed('reextract', positionals, 1)
    if (values.template === undefined)
      throw new UsageError(`Say with what: reextract ${batch} --template invoice.`)
    const template = templateNamed(values.template, from)
    return {
      ...{ kind: 'reextract', batch, template, telling: tellingOf(values) },
      ...commonOf(values, from),
    }
  },
  duplicate(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.duplicate.options)
    const [batch] = batchNamed('duplicate', positionals, 1)
    return {
      ...{ kind: 'duplicate', batch, name: values.name ?? null },
      templates: values.frozen ? 'frozen' : 'today',
      outputs: outputsOf(values.out, from),
      telling: tellingOf(values),
      ...commonOf(values, from),
    }
  },
  change(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.change.options)
    const [batch] = batchNamed('change', positionals, 1)
    const { name = null, reference = null } = values
    const priority = values.priority === undefined ? null : priorityOf(values.priority)
    if (name === null && reference === null && priority === null)
      throw new UsageError(`Say what: change ${batch} --name, --reference or --priority.`)
    return { kind: 'change', batch, name, reference, priority, ...commonOf(values, from) }
  },
} satisfies Readonly<Record<string, (args: readonly string[], from: string) => Command>>
