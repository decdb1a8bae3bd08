import { resolve } from 'node:path'
import type { BatchKind } from '../views.ts'
import type { Command } from './command.ts'
import {
  atMostOne,
  common,
  commonOf,
  json,
  none,
  numberOf,
  out,
  outputsOf,
  parseOptions,
  password,
  passwordsNamed,
  readerOf,
  telling,
  tellingOf,
  UsageError,
} from './options.ts'

/** What a command line means. Paths are taken from `from`, the folder where the person stands. */
export function parseCommand(args: readonly string[], from: string): Command {
  const [word = '', ...rest] = args
  if (['-h', '--help', 'help'].includes(word)) return { kind: 'help' }
  if (['-v', '-V', '--version', 'version'].includes(word)) return { kind: 'version' }
  if (word === '' || word.startsWith('-')) return parseApp(args, from)
  const parse = parsers[word]
  if (!parse) {
    const known = Object.keys(parsers).join(', ')
    throw new UsageError(`There is no command “${word}”. Known commands: ${known}.`)
  }
  return parse(rest, from)
}

const parsers: Readonly<Record<string, (args: readonly string[], from: string) => Command>> = {
  extract: (args, from) => parseBatch('extract', args, from),
  read: (args, from) => parseBatch('read', args, from),
  resume(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...common,
      ...out,
      ...telling,
      ...password,
    })
    if (values.help) return { kind: 'help' }
    return {
      kind: 'resume',
      batch: atMostOne(positionals),
      outputs: outputsOf(values.out, from),
      telling: tellingOf(values),
      ...passwordsNamed(values, from),
      ...commonOf(values, from),
    }
  },
  status(args, from) {
    const { values, positionals } = parseOptions(args, { ...common, ...json })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    return { kind: 'status', batch, json: values.json ?? false, ...commonOf(values, from) }
  },
  export(args, from) {
    const { values, positionals } = parseOptions(args, { ...common, ...out })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    const outputs = outputsOf(values.out, from)
    if (!batch || outputs.length === 0)
      throw new UsageError('Say what and where to: export latest --out results.xlsx.')
    return { kind: 'export', batch, outputs, ...commonOf(values, from) }
  },
  templates: (args, from) => parseList('templates', args, from),
  languages: (args, from) => parseList('languages', args, from),
  serve(args, from) {
    const { values, positionals } = parseOptions(args, { ...common, port: { type: 'string' } })
    if (values.help) return { kind: 'help' }
    none(positionals)
    const port = numberOf(values.port, { name: '--port', from: 0, to: 65_535 }) ?? 0
    return { kind: 'serve', port, ...commonOf(values, from) }
  },
}

function parseBatch(kind: BatchKind, args: readonly string[], from: string): Command {
  const { values, positionals } = parseOptions(args, {
    ...{ ...common, ...out, ...telling, ...password },
    samples: { type: 'boolean' },
    template: { type: 'string', short: 't' },
    reader: { type: 'string' },
    language: { type: 'string', multiple: true },
    tables: { type: 'boolean' },
    name: { type: 'string' },
    reference: { type: 'string' },
  })
  if (values.help) return { kind: 'help' }
  const samples = values.samples ?? false
  if (positionals.length === 0 && !samples)
    throw new UsageError(`Name a folder or file to ${kind}, such as: ${kind} invoices.`)
  if (positionals.length > 0 && samples)
    throw new UsageError('--samples and folders do not go together.')
  if (kind === 'read' && values.template !== undefined)
    throw new UsageError('--template goes with extract: read takes every word.')
  if (kind === 'extract' && values.tables)
    throw new UsageError('--tables goes with read: extract knows its tables by the template.')
  const template = values.template ?? 'auto'
  return {
    kind,
    paths: positionals.map((path) => resolve(from, path)),
    samples,
    outputs: outputsOf(values.out, from),
    template: template.toLowerCase().endsWith('.json') ? resolve(from, template) : template,
    reader: readerOf(values.reader),
    languages: values.language ?? [],
    tables: values.tables ?? false,
    name: values.name ?? null,
    reference: values.reference ?? null,
    telling: tellingOf(values),
    ...passwordsNamed(values, from),
    ...commonOf(values, from),
  }
}

function parseList(
  kind: 'templates' | 'languages',
  args: readonly string[],
  from: string,
): Command {
  const { values, positionals } = parseOptions(args, { ...common, ...json })
  if (values.help) return { kind: 'help' }
  none(positionals)
  return { kind, json: values.json ?? false, ...commonOf(values, from) }
}

function parseApp(args: readonly string[], from: string): Command {
  const { values, positionals } = parseOptions(args, common)
  if (values.help) return { kind: 'help' }
  none(positionals)
  return { kind: 'app', ...commonOf(values, from) }
}
