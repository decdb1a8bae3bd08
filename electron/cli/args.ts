import { resolve } from 'node:path'
import { batchKinds } from '../views.ts'
import { parseBatch } from './batchArgs.ts'
import { changeParsers } from './changeArgs.ts'
import type { Command } from './command.ts'
import { keepingParsers } from './keepingArgs.ts'
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
  telling,
  tellingOf,
  UsageError,
  writing,
  writingOf,
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
  ...Object.fromEntries(
    batchKinds.map((kind) => [
      kind,
      (args: readonly string[], from: string) => parseBatch(kind, args, from),
    ]),
  ),
  resume(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...common,
      ...out,
      ...writing,
      ...telling,
      ...password,
    })
    if (values.help) return { kind: 'help' }
    return {
      kind: 'resume',
      batch: atMostOne(positionals),
      outputs: outputsOf(values.out, from),
      writing: writingOf(values),
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
    const { values, positionals } = parseOptions(args, { ...common, ...out, ...writing })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    const outputs = outputsOf(values.out, from)
    if (!batch || outputs.length === 0)
      throw new UsageError('Say what and where to: export latest --out results.xlsx.')
    return { kind: 'export', batch, outputs, writing: writingOf(values), ...commonOf(values, from) }
  },
  exports(args, from) {
    const { values, positionals } = parseOptions(args, { ...common, ...json })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    if (!batch) throw new UsageError('Say of which batch: exports latest.')
    return { kind: 'exports', batch, json: values.json ?? false, ...commonOf(values, from) }
  },
  repeat(args, from) {
    const { values, positionals } = parseOptions(args, { ...common, ...out })
    if (values.help) return { kind: 'help' }
    const [named, ...others] = positionals
    const [output = null, ...more] = outputsOf(values.out, from)
    if (!named || others.length > 0 || more.length > 0)
      throw new UsageError('Say which export, by its number: repeat 3. `exports` lists them.')
    const exportId = numberOf(named, { name: 'repeat', from: 1, to: Number.MAX_SAFE_INTEGER }) ?? 0
    return { kind: 'repeat', exportId, output, ...commonOf(values, from) }
  },
  apply(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...{ ...common, ...json, 'dry-run': { type: 'boolean' }, conflicts: { type: 'boolean' } },
    })
    if (values.help) return { kind: 'help' }
    const [file, ...others] = positionals
    if (!file || others.length > 0)
      throw new UsageError('Name one export that was corrected: apply results.xlsx.')
    const [isDryRun, withConflicts] = [values['dry-run'] ?? false, values.conflicts ?? false]
    const how = { isDryRun, withConflicts, json: values.json ?? false }
    return { kind: 'apply', file: resolve(from, file), ...how, ...commonOf(values, from) }
  },
  verify(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...{ help: common.help, ...json, sources: { type: 'string' } },
    })
    if (values.help) return { kind: 'help' }
    const [file, ...others] = positionals
    if (!file || others.length > 0)
      throw new UsageError('Name one export or its proof: verify results.xlsx.')
    const sources = values.sources === undefined ? null : resolve(from, values.sources)
    return { kind: 'verify', file: resolve(from, file), sources, json: values.json ?? false }
  },
  preflight: (args, from) => parseBatch('extract', [...args, '--check'], from),
  ...changeParsers,
  ...keepingParsers,
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
