import { resolve } from 'node:path'
import type { Command } from './command.ts'
import {
  batchNamed,
  common,
  commonOf,
  described,
  out,
  outputsOf,
  parseOptions,
  password,
  passwordsNamed,
  priorityOf,
  readerOf,
  telling,
  tellingOf,
  templateNamed,
  UsageError,
} from './options.ts'

/** The commands that change a batch, by their word. */
export const changeParsers: Readonly<
  Record<string, (args: readonly string[], from: string) => Command>
> = {
  cancel(args, from) {
    const { values, positionals } = parseOptions(args, common)
    if (values.help) return { kind: 'help' }
    const [batch] = batchNamed('cancel', positionals, 1)
    return { kind: 'cancel', batch, ...commonOf(values, from) }
  },
  retry(args, from) {
    const own = {
      reader: { type: 'string' },
      language: { type: 'string', multiple: true },
    } as const
    const { values, positionals } = parseOptions(args, {
      ...common,
      ...telling,
      ...password,
      ...own,
    })
    if (values.help) return { kind: 'help' }
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
    const { values, positionals } = parseOptions(args, { ...common, ...telling, ...password })
    if (values.help) return { kind: 'help' }
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
    const own = { template: { type: 'string', short: 't' } } as const
    const { values, positionals } = parseOptions(args, { ...common, ...telling, ...own })
    if (values.help) return { kind: 'help' }
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
    const own = { frozen: { type: 'boolean' }, name: { type: 'string' } } as const
    const { values, positionals } = parseOptions(args, { ...common, ...out, ...telling, ...own })
    if (values.help) return { kind: 'help' }
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
    const { values, positionals } = parseOptions(args, { ...common, ...described })
    if (values.help) return { kind: 'help' }
    const [batch] = batchNamed('change', positionals, 1)
    const { name = null, reference = null } = values
    const priority = values.priority === undefined ? null : priorityOf(values.priority)
    if (name === null && reference === null && priority === null)
      throw new UsageError(`Say what: change ${batch} --name, --reference or --priority.`)
    return { kind: 'change', batch, name, reference, priority, ...commonOf(values, from) }
  },
}
