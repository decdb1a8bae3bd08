import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isCsvDialect } from '../../workers/export/csvDialect.ts'
import { readerModes } from '../choices.ts'
import type { ReaderMode } from '../contract.ts'
import { type Priority, priorities } from '../views.ts'
import type { Common, PasswordOptions, Telling, Writing } from './command.ts'

/** A command line that cannot be meant: one sentence, exit status 1. */
export class UsageError extends Error {}

/** What a shell offers for a word: files, one of these, or nothing that it could know. */
export type Completes = 'file' | 'folder' | 'batch' | 'nothing' | readonly string[]

/** An option as the parser, the help and the completion scripts know it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: true
  /** What its value stands for in the help: FILE, N. */
  readonly value?: string
  readonly completes?: Completes
  readonly words: string
}

export type Options = Readonly<Record<string, Option>>

/** Options of every command. */
export const common = {
  json: { type: 'boolean', words: 'the answer as JSON, for programs' },
  'data-dir': {
    ...{ type: 'string', value: 'DIR', completes: 'folder' },
    words: 'where batches are kept (else SHEAF_DATA_DIR, else the user’s own folder)',
  },
  threads: {
    ...{ type: 'string', value: 'N', completes: 'nothing' },
    words: 'how many pages are read at a time (else one a core, at most 8)',
  },
  'on-battery': { type: 'boolean', words: 'read on when the computer runs on battery' },
  help: { type: 'boolean', short: 'h', words: 'this' },
} as const satisfies Options
/** Files to write to. */
export const out = {
  out: {
    ...{ type: 'string', short: 'o', multiple: true, value: 'FILE', completes: 'file' },
    words: '.xlsx, .csv, .json or .jsonl; of read .json, .txt or .md; may be given more than once',
  },
} as const satisfies Options
/** How files are written, beside their format. */
export const writing = {
  'csv-for': {
    ...{ type: 'string', value: 'LOCALE', completes: ['standard', 'de-DE', 'en-US', 'fr-FR'] },
    words: '.csv as the Excel of a computer of that locale opens it; else by the standard',
  },
  proof: {
    type: 'boolean',
    words: 'a proof beside each file (results.xlsx.run.json), which verify checks anywhere',
  },
  evidence: {
    type: 'boolean',
    words: 'of .xlsx: pictures of doubtful values, and a folder of pages that values link to',
  },
} as const satisfies Options
/** How much is said meanwhile. */
export const telling = {
  follow: { type: 'boolean', words: 'events as JSON lines on stderr instead of a progress bar' },
  quiet: { type: 'boolean', words: 'nothing on stderr but errors' },
} as const satisfies Options
/** What opens locked files. */
export const password = {
  'password-file': {
    ...{ type: 'string', value: 'FILE', completes: 'file' },
    words: 'passwords for locked files, one a line',
  },
  password: {
    ...{ type: 'string', multiple: true, value: 'TEXT', completes: 'nothing' },
    words: 'the same in the command line, where other users of the computer may see it',
  },
} as const satisfies Options
/** What a batch is called, and when its turn is. */
export const described = {
  name: {
    ...{ type: 'string', value: 'TEXT', completes: 'nothing' },
    words: 'what the batch is called',
  },
  reference: {
    ...{ type: 'string', value: 'TEXT', completes: 'nothing' },
    words: 'your own id for it; stands in every row',
  },
  priority: {
    ...{ type: 'string', value: 'P', completes: priorities },
    words: 'low, normal or high among batches',
  },
} as const satisfies Options
/** How pages are read. */
export const reading = {
  reader: {
    ...{ type: 'string', value: 'MODE', completes: readerModes },
    words: 'auto (the text inside a file where it can be trusted), ocr or text_layer',
  },
  language: {
    ...{ type: 'string', multiple: true, value: 'CODE', completes: 'nothing' },
    words: 'read pictures in this language instead of the one that is found, such as de or deu',
  },
} as const satisfies Options
/** A template's name or file. */
export const template = {
  template: {
    ...{ type: 'string', short: 't', value: 'NAME', completes: 'file' },
    words: 'a template’s name, a template file (.json), or auto',
  },
} as const satisfies Options
/** Where a list goes on, and how long a piece of it is. */
export const paging = {
  cursor: {
    ...{ type: 'string', value: 'CURSOR', completes: 'nothing' },
    words: 'where the piece before ended, as it said',
  },
  limit: {
    ...{ type: 'string', value: 'N', completes: 'nothing' },
    words: 'how many at a time, 1 to 1000 (50)',
  },
} as const satisfies Options

/** The words of a command and its options; what is no option of it is a UsageError. */
export function parseOptions<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown)
    throw new UsageError(`${said.split('. ')[0]?.replace(/\.$/, '')}. See --help.`)
  }
}

/** The data folder and the number of threads; null for the usual ones. */
export function commonOf(
  values: {
    'data-dir'?: string | undefined
    threads?: string | undefined
    'on-battery'?: boolean | undefined
    json?: boolean | undefined
  },
  from: string,
): Common {
  const dataDir = values['data-dir']
  return {
    dataDir: dataDir === undefined ? null : resolve(from, dataDir),
    threads: numberOf(values.threads, { name: '--threads', from: 1, to: 64 }),
    onBattery: values['on-battery'] ?? false,
    json: values.json ?? false,
  }
}

/** Passwords that were named, and the file that has more. */
export function passwordsNamed(
  values: { password?: string[] | undefined; 'password-file'?: string | undefined },
  from: string,
): PasswordOptions {
  const file = values['password-file']
  return {
    passwordFile: file === undefined ? null : resolve(from, file),
    passwords: values.password ?? [],
  }
}

/** Where to write to, as whole paths. */
export function outputsOf(named: readonly string[] | undefined, from: string): readonly string[] {
  return (named ?? []).map((path) => resolve(from, path))
}

/** How to write files; throws on what is no locale. */
export function writingOf(values: {
  'csv-for'?: string | undefined
  proof?: boolean | undefined
  evidence?: boolean | undefined
}): Writing {
  const { proof = false, evidence = false } = values
  return { csvFor: csvForOf(values['csv-for']), proof, evidence }
}

/** How to write CSV; throws on what is no locale. */
export function csvForOf(text: string | undefined): string | null {
  if (text === undefined || isCsvDialect(text)) return text ?? null
  throw new UsageError('--csv-for takes standard, or a locale such as de-DE.')
}

/** How to read pages; throws on a word that is no way of reading. */
export function readerOf(text = 'auto'): ReaderMode {
  const mode = readerModes.find((known) => known === text)
  if (mode) return mode
  throw new UsageError(`--reader takes ${readerModes.join(', ')}.`)
}

/** Whose turn it is before others’; throws on a word that is no priority. */
export function priorityOf(text = 'normal'): Priority {
  const priority = priorities.find((known) => known === text)
  if (priority) return priority
  throw new UsageError(`--priority takes ${priorities.join(', ')}.`)
}

/** A name stays what it is; a template file is taken from where the person stands. */
export function templateNamed(text: string, from: string): string {
  return text.toLowerCase().endsWith('.json') ? resolve(from, text) : text
}

/** How much to say on stderr: progress, every event, or nothing. */
export function tellingOf(values: {
  follow?: boolean | undefined
  quiet?: boolean | undefined
}): Telling {
  if (values.follow && values.quiet)
    throw new UsageError('--follow and --quiet do not go together.')
  if (values.follow) return 'events'
  return values.quiet ? 'nothing' : 'progress'
}

/** A number within a range; null where none was given. */
export function numberOf(
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

/** The only word of a command that takes one; null for none. */
export function atMostOne(positionals: readonly string[]): string | null {
  if (positionals.length > 1) throw new UsageError('Name one batch only; `status` lists them.')
  return positionals[0] ?? null
}

/** The batch that a command changes, and what is named after it: at most so many words in all. */
export function batchNamed(
  command: string,
  [batch, ...others]: readonly string[],
  most: number,
): readonly [batch: string, ...others: string[]] {
  if (batch === undefined) throw new UsageError(`Name the batch: ${command} latest.`)
  if (others.length >= most) throw new UsageError('Name one batch only; `status` lists them.')
  return [batch, ...others]
}

/** Throws where a command that takes no words was given one. */
export function none(positionals: readonly string[]): void {
  if (positionals.length > 0)
    throw new UsageError(`“${positionals[0]}” is not expected here. See --help.`)
}
