import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type ReaderMode, readerModes } from '../contract.ts'
import { type BatchKind, batchKinds, type Priority, priorities } from '../views.ts'

/** A command line that cannot be meant: one sentence, exit status 1. */
export class UsageError extends Error {}

interface Common {
  readonly dataDir: string | null
  readonly threads: number | null
  /** Batches do not wait for mains power. */
  readonly onBattery: boolean
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
      /** Of `extract`: a file may hold several documents. */
      readonly split: 'never' | 'auto'
      readonly name: string | null
      readonly reference: string | null
      readonly priority: Priority
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
  | ({ readonly kind: 'cancel'; readonly batch: string } & Common)
  | ({
      readonly kind: 'retry'
      readonly batch: string
      /** null: as before. */
      readonly reader: ReaderMode | null
      readonly languages: readonly string[] | null
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'add'
      readonly batch: string
      readonly paths: readonly string[]
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'reextract'
      readonly batch: string
      readonly template: string
      readonly telling: Telling
    } & Common)
  | ({
      readonly kind: 'duplicate'
      readonly batch: string
      readonly templates: 'today' | 'frozen'
      readonly name: string | null
      readonly outputs: readonly string[]
      readonly telling: Telling
    } & Common)
  | ({
      readonly kind: 'change'
      readonly batch: string
      readonly name: string | null
      readonly reference: string | null
      readonly priority: Priority | null
    } & Common)
  | ({ readonly kind: 'templates'; readonly json: boolean } & Common)
  | ({ readonly kind: 'languages'; readonly json: boolean } & Common)

type Options = NonNullable<ParseArgsConfig['options']>

const common = {
  help: { type: 'boolean', short: 'h' },
  'data-dir': { type: 'string' },
  threads: { type: 'string' },
  'on-battery': { type: 'boolean' },
} satisfies Options
const out = { out: { type: 'string', short: 'o', multiple: true } } satisfies Options
const telling = { follow: { type: 'boolean' }, quiet: { type: 'boolean' } } satisfies Options
const password = {
  password: { type: 'string', multiple: true },
  'password-file': { type: 'string' },
} satisfies Options
const described = {
  name: { type: 'string' },
  reference: { type: 'string' },
  priority: { type: 'string' },
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
  ...Object.fromEntries(
    batchKinds.map((kind) => [
      kind,
      (args: readonly string[], from: string) => parseBatch(kind, args, from),
    ]),
  ),
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
  cancel(args, from) {
    const { values, positionals } = parse(args, common)
    if (values.help) return { kind: 'help' }
    const [batch] = batchNamed('cancel', positionals, 1)
    return { kind: 'cancel', batch, ...commonOf(values, from) }
  },
  retry(args, from) {
    const own = {
      reader: { type: 'string' },
      language: { type: 'string', multiple: true },
    } as const
    const { values, positionals } = parse(args, { ...common, ...telling, ...password, ...own })
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
    const { values, positionals } = parse(args, { ...common, ...telling, ...password })
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
    const { values, positionals } = parse(args, { ...common, ...telling, ...own })
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
    const { values, positionals } = parse(args, { ...common, ...out, ...telling, ...own })
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
    const { values, positionals } = parse(args, { ...common, ...described })
    if (values.help) return { kind: 'help' }
    const [batch] = batchNamed('change', positionals, 1)
    const { name = null, reference = null } = values
    const priority = values.priority === undefined ? null : priorityOf(values.priority)
    if (name === null && reference === null && priority === null)
      throw new UsageError(`Say what: change ${batch} --name, --reference or --priority.`)
    return { kind: 'change', batch, name, reference, priority, ...commonOf(values, from) }
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
    split: { type: 'string' },
    ...described,
  })
  if (values.help) return { kind: 'help' }
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
  return {
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
  values: {
    'data-dir'?: string | undefined
    threads?: string | undefined
    'on-battery'?: boolean | undefined
  },
  from: string,
): Common {
  const dataDir = values['data-dir']
  return {
    dataDir: dataDir === undefined ? null : resolve(from, dataDir),
    threads: numberOf(values.threads, { name: '--threads', from: 1, to: 64 }),
    onBattery: values['on-battery'] ?? false,
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

function splitOf(text = 'never'): 'never' | 'auto' {
  if (text === 'never' || text === 'auto') return text
  throw new UsageError('--split takes never, auto.')
}

function priorityOf(text = 'normal'): Priority {
  const priority = priorities.find((known) => known === text)
  if (priority) return priority
  throw new UsageError(`--priority takes ${priorities.join(', ')}.`)
}

/** A name stays what it is; a template file is taken from where the person stands. */
function templateNamed(text: string, from: string): string {
  return text.toLowerCase().endsWith('.json') ? resolve(from, text) : text
}

/** The batch that a command changes, and at most so many words in all. */
function batchNamed(
  command: string,
  [batch, ...others]: readonly string[],
  most: number,
): readonly [batch: string, ...others: string[]] {
  if (batch === undefined) throw new UsageError(`Name the batch: ${command} latest.`)
  if (others.length >= most) throw new UsageError('Name one batch only; `status` lists them.')
  return [batch, ...others]
}

function tellingOf(values: { follow?: boolean | undefined; quiet?: boolean | undefined }): Telling {
  if (values.follow && values.quiet)
    throw new UsageError('--follow and --quiet do not go together.')
  if (values.follow) return 'events'
  return values.quiet ? 'nothing' : 'progress'
}

function numberOf(
  text: string | undefined,
  range: { name: string; from: number; to: number },
): number | null {
  if (text === undefined) return null
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= range.from && number <= range.to) return number
  throw new UsageError(`${range.name} takes a number from ${range.from} to ${range.to}.`)
}

function atMostOne(positionals: readonly string[]): string | null {
  if (positionals.length > 1) throw new UsageError('Name one batch only; `status` lists them.')
  return positionals[0] ?? null
}

function none(positionals: readonly string[]): void {
  if (positionals.length > 0)
    throw new UsageError(`“${positionals[0]}” is not expected here. See --help.`)
}
