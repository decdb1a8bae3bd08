import { resolve } from 'node:path'
import { parseBatch } from './batchArgs.ts'
import { changeParsers } from './changeArgs.ts'
import { clientParsers } from './clientArgs.ts'
import type { Command } from './command.ts'
import { type CommandName, commandEntries, commandTable, isCommandName } from './commandTable.ts'
import { parseHooks } from './hookArgs.ts'
import { keepingParsers } from './keepingArgs.ts'
import { parseLayouts } from './layoutArgs.ts'
import {
  atMostOne,
  common,
  commonOf,
  none,
  numberOf,
  outputsOf,
  parseOptions,
  passwordsNamed,
  tellingOf,
  UsageError,
  writingOf,
} from './options.ts'
import { shells } from './shells.ts'
import { parseTemplates } from './templateArgs.ts'
import { parseWatch } from './watchArgs.ts'

/** What a command line means. Paths are taken from `from`, the folder where the person stands. */
export function parseCommand(args: readonly string[], from: string): Command {
  const [word = '', ...rest] = args
  if (['-h', '--help', 'help'].includes(word))
    return helpWith(word === 'help' ? rest[0] : undefined)
  if (['-v', '-V', '--version', 'version'].includes(word)) return { kind: 'version' }
  if (word === '' || word.startsWith('-')) return parseApp(args, from)
  if (!isCommandName(word)) throw unknown(word)
  if (asksForHelp(rest)) return { kind: 'help', of: word }
  return parsers[word](rest, from)
}

function helpWith(word: string | undefined): Command {
  if (word === undefined) return { kind: 'help', of: null }
  if (!isCommandName(word)) throw unknown(word)
  return { kind: 'help', of: word }
}

function unknown(word: string): UsageError {
  const known = commandEntries.map(([name]) => name).join(', ')
  return new UsageError(`There is no command “${word}”. Known commands: ${known}.`)
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '-h' || arg === '--help')
}

const parsers: Readonly<Record<CommandName, (args: readonly string[], from: string) => Command>> = {
  extract: (args, from) => parseBatch('extract', args, from),
  read: (args, from) => parseBatch('read', args, from),
  classify: (args, from) => parseBatch('classify', args, from),
  split: (args, from) => parseBatch('split', args, from),
  resume(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.resume.options)
    return {
      kind: 'resume',
      batch: atMostOne(positionals),
      outputs: outputsOf(values.out, from),
      writing: writingOf(values, from),
      telling: tellingOf(values),
      ...passwordsNamed(values, from),
      ...commonOf(values, from),
    }
  },
  status(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.status.options)
    return { kind: 'status', batch: atMostOne(positionals), ...commonOf(values, from) }
  },
  list(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.list.options)
    const { cursor = null } = values
    const limit = numberOf(values.limit, { name: '--limit', from: 1, to: 1000 }) ?? 50
    const batch = atMostOne(positionals)
    return { kind: 'list', batch, cursor, limit, ...commonOf(values, from) }
  },
  show(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.show.options)
    const [documentId, ...others] = positionals
    if (documentId === undefined || others.length > 0)
      throw new UsageError('Name one document; `list BATCH` names those of a batch.')
    return { kind: 'show', documentId, ...commonOf(values, from) }
  },
  export(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.export.options)
    const batch = atMostOne(positionals)
    const outputs = outputsOf(values.out, from)
    if (!batch || outputs.length === 0)
      throw new UsageError('Say what and where to: export latest --out results.xlsx.')
    return {
      kind: 'export',
      batch,
      outputs,
      writing: writingOf(values, from),
      ...commonOf(values, from),
    }
  },
  exports(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.exports.options)
    const batch = atMostOne(positionals)
    if (!batch) throw new UsageError('Say of which batch: exports latest.')
    return { kind: 'exports', batch, ...commonOf(values, from) }
  },
  repeat(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.repeat.options)
    const [named, ...others] = positionals
    const [output = null, ...more] = outputsOf(values.out, from)
    if (!named || others.length > 0 || more.length > 0)
      throw new UsageError('Say which export, by its number: repeat 3. `exports` lists them.')
    const exportId = numberOf(named, { name: 'repeat', from: 1, to: Number.MAX_SAFE_INTEGER }) ?? 0
    return { kind: 'repeat', exportId, output, ...commonOf(values, from) }
  },
  apply(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.apply.options)
    const [file, ...others] = positionals
    if (!file || others.length > 0)
      throw new UsageError('Name one export that was corrected: apply results.xlsx.')
    const [isDryRun, withConflicts] = [values['dry-run'] ?? false, values.conflicts ?? false]
    const how = { isDryRun, withConflicts, ...commonOf(values, from) }
    return { kind: 'apply', file: resolve(from, file), ...how }
  },
  verify(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.verify.options)
    const [file, ...others] = positionals
    if (!file || others.length > 0)
      throw new UsageError('Name one export or its proof: verify results.xlsx.')
    const sources = values.sources === undefined ? null : resolve(from, values.sources)
    return { kind: 'verify', file: resolve(from, file), sources, json: values.json ?? false }
  },
  preflight: (args, from) => parseBatch('extract', [...args, '--check'], from),
  watch: parseWatch,
  ...changeParsers,
  ...keepingParsers,
  ...clientParsers,
  templates: parseTemplates,
  layouts: parseLayouts,
  hooks: parseHooks,
  languages(args, from) {
    const { values, positionals } = parseOptions(args, commandTable.languages.options)
    none(positionals)
    return { kind: 'languages', ...commonOf(values, from) }
  },
  completion(args) {
    const { values, positionals } = parseOptions(args, commandTable.completion.options)
    const [shell, ...others] = positionals
    const known = shells.find((one) => one === shell)
    if (!known || others.length > 0)
      throw new UsageError(`Name a shell: completion ${shells.join(', ')}.`)
    const { for: name = 'sheaf' } = values
    if (!/^[A-Za-z_][\w-]*$/.test(name))
      throw new UsageError('--for takes a name of letters, figures, “_” and “-”.')
    return { kind: 'completion', shell: known, name }
  },
}

function parseApp(args: readonly string[], from: string): Command {
  const { values, positionals } = parseOptions(args, common)
  if (values.help) return { kind: 'help', of: null }
  none(positionals)
  return { kind: 'app', ...commonOf(values, from) }
}
