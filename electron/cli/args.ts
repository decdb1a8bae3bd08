import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type ReaderMode, readerModes } from '../contract.ts'
import type { BatchKind } from '../views.ts'

/** A command line that cannot be meant: one sentence, exit status 1. */
export class UsageError extends Error {}

interface Common {
  readonly dataDir: string | null
  readonly threads: number | null
}

/** Passwords for locked files, named or in a text file with one a line. */
export interface PasswordOptions {
  readonly passwordFile: string | null
  readonly passwords: readonly string[]
}

/** How much is said on stderr while a batch is worked on. */
export type Telling = 'progress' | 'events' | 'nothing'

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'app' } & Common)
  | ({ readonly kind: 'serve'; readonly port: number } & Common)
  | ({
      readonly kind: BatchKind
      readonly paths: readonly string[]
      readonly samples: boolean
      readonly outputs: readonly string[]
      readonly template: string
      readonly reader: ReaderMode
      readonly languages: readonly string[]
      /** Of `read`: tables as grids beside the words. */
      readonly tables: boolean
      readonly name: string | null
      readonly reference: string | null
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'resume'
      readonly batch: string | null
      readonly outputs: readonly string[]
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({ readonly kind: 'status'; readonly batch: string | null; readonly json: boolean } & Common)
  | ({
      readonly kind: 'export'
      readonly batch: string
      readonly outputs: readonly string[]
    } & Common)
  | ({ readonly kind: 'delete'; readonly batch: string; readonly purge: boolean } & Common)
  | ({ readonly kind: 'restore'; readonly batch: string } & Common)
  | ({
      readonly kind: 'settings'
      /** Days, `never`, or null: only shown. */
      readonly retention: number | 'never' | null
      readonly json: boolean
    } & Common)
  | ({
      readonly kind: 'doctor'
      readonly fix: boolean
      readonly compact: boolean
      /** The copy beside a damaged database takes its place. */
      readonly restore: boolean
      readonly bundle: string | null
      readonly json: boolean
    } & Common)
  | ({ readonly kind: 'templates'; readonly json: boolean } & Common)
  | ({ readonly kind: 'languages'; readonly json: boolean } & Common)

type Options = NonNullable<ParseArgsConfig['options']>

const common = {
  help: { type: 'boolean', short: 'h' },
  'data-dir': { type: 'string' },
  threads: { type: 'string' },
} satisfies Options
const out = { out: { type: 'string', short: 'o', multiple: true } } satisfies Options
const telling = { follow: { type: 'boolean' }, quiet: { type: 'boolean' } } satisfies Options
const password = {
  password: { type: 'string', multiple: true },
  'password-file': { type: 'string' },
} satisfies Options
const json = { json: { type: 'boolean' } } satisfies Options

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
    const { values, positionals } = parse(args, { ...common, ...out, ...telling, ...password })
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
    const { values, positionals } = parse(args, { ...common, ...json })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    return { kind: 'status', batch, json: values.json ?? false, ...commonOf(values, from) }
  },
  export(args, from) {
    const { values, positionals } = parse(args, { ...common, ...out })
    if (values.help) return { kind: 'help' }
    const batch = atMostOne(positionals)
    const outputs = outputsOf(values.out, from)
    if (!batch || outputs.length === 0)
      throw new UsageError('Say what and where to: export latest --out results.xlsx.')
    return { kind: 'export', batch, outputs, ...commonOf(values, from) }
  },
  delete(args, from) {
    const { values, positionals } = parse(args, { ...common, purge: { type: 'boolean' } })
    if (values.help) return { kind: 'help' }
    const batch = oneBatch(positionals, 'delete')
    return { kind: 'delete', batch, purge: values.purge ?? false, ...commonOf(values, from) }
  },
  restore(args, from) {
    const { values, positionals } = parse(args, common)
    if (values.help) return { kind: 'help' }
    return { kind: 'restore', batch: oneBatch(positionals, 'restore'), ...commonOf(values, from) }
  },
  settings(args, from) {
    const { values, positionals } = parse(args, {
      ...{ ...common, ...json },
      retention: { type: 'string' },
    })
    if (values.help) return { kind: 'help' }
    none(positionals)
    const named = values.retention
    const retention =
      named === 'never'
        ? named
        : numberOf(named, { name: '--retention', from: 1, to: 3650, or: ' or “never”' })
    return { kind: 'settings', retention, json: values.json ?? false, ...commonOf(values, from) }
  },
  doctor(args, from) {
    const { values, positionals } = parse(args, {
      ...{ ...common, ...json, bundle: { type: 'string' } },
      ...{ fix: { type: 'boolean' }, compact: { type: 'boolean' }, restore: { type: 'boolean' } },
    })
    if (values.help) return { kind: 'help' }
    none(positionals)
    const { fix = false, compact = false, restore = false, bundle, json: asJson = false } = values
    if (restore && (fix || compact || bundle !== undefined))
      throw new UsageError('--restore goes alone: the others need a database that is whole.')
    const file = bundle === undefined ? null : resolve(from, bundle)
    return {
      ...{ kind: 'doctor', fix, compact, restore, bundle: file, json: asJson },
      ...commonOf(values, from),
    }
  },
  templates: (args, from) => parseList('templates', args, from),
  languages: (args, from) => parseList('languages', args, from),
  serve(args, from) {
    const { values, positionals } = parse(args, { ...common, port: { type: 'string' } })
    if (values.help) return { kind: 'help' }
    none(positionals)
    const port = numberOf(values.port, { name: '--port', from: 0, to: 65_535 }) ?? 0
    return { kind: 'serve', port, ...commonOf(values, from) }
  },
}

function parseBatch(kind: BatchKind, args: readonly string[], from: string): Command {
  const { values, positionals } = parse(args, {
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
  const { values, positionals } = parse(args, { ...common, ...json })
  if (values.help) return { kind: 'help' }
  none(positionals)
  return { kind, json: values.json ?? false, ...commonOf(values, from) }
}

function parseApp(args: readonly string[], from: string): Command {
  const { values, positionals } = parse(args, common)
  if (values.help) return { kind: 'help' }
  none(positionals)
  return { kind: 'app', ...commonOf(values, from) }
}

function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown)
    throw new UsageError(`${said.split('. ')[0]?.replace(/\.$/, '')}. See --help.`)
  }
}

function commonOf(
  values: { 'data-dir'?: string | undefined; threads?: string | undefined },
  from: string,
): Common {
  const dataDir = values['data-dir']
  return {
    dataDir: dataDir === undefined ? null : resolve(from, dataDir),
    threads: numberOf(values.threads, { name: '--threads', from: 1, to: 64 }),
  }
}

function passwordsNamed(
  values: { password?: string[] | undefined; 'password-file'?: string | undefined },
  from: string,
): PasswordOptions {
  const file = values['password-file']
  return {
    passwordFile: file === undefined ? null : resolve(from, file),
    passwords: values.password ?? [],
  }
}

function outputsOf(named: readonly string[] | undefined, from: string): readonly string[] {
  return (named ?? []).map((path) => resolve(from, path))
}

function readerOf(text = 'auto'): ReaderMode {
  const mode = readerModes.find((known) => known === text)
  if (mode) return mode
  throw new UsageError(`--reader takes ${readerModes.join(', ')}.`)
}

function tellingOf(values: { follow?: boolean | undefined; quiet?: boolean | undefined }): Telling {
  if (values.follow && values.quiet)
    throw new UsageError('--follow and --quiet do not go together.')
  if (values.follow) return 'events'
  return values.quiet ? 'nothing' : 'progress'
}

function numberOf(
  text: string | undefined,
  range: { name: string; from: number; to: number; or?: string },
): number | null {
  if (text === undefined) return null
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= range.from && number <= range.to) return number
  throw new UsageError(
    `${range.name} takes a number from ${range.from} to ${range.to}${range.or ?? ''}.`,
  )
}

function atMostOne(positionals: readonly string[]): string | null {
  if (positionals.length > 1) throw new UsageError('Name one batch only; `status` lists them.')
  return positionals[0] ?? null
}

function oneBatch(positionals: readonly string[], deed: 'delete' | 'restore'): string {
  const batch = atMostOne(positionals)
  if (batch === null) throw new UsageError(`Say which batch, such as: ${deed} 260504-3fa1.`)
  return batch
}

function none(positionals: readonly string[]): void {
  if (positionals.length > 0)
    throw new UsageError(`“${positionals[0]}” is not expected here. See --help.`)
}
