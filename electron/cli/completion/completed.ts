import { type CommandName, commandEntries } from '../commandTable.ts'
import { type Completes, common, type Options } from '../options.ts'

/** An option as a shell completes it. */
export interface CompletedOption {
  /** `--out`, and `-o` where there is a letter. */
  readonly flags: readonly string[]
  /** What its value may be; null: it takes none. */
  readonly value: Completes | null
  readonly words: string
}

export interface CompletedCommand {
  readonly name: CommandName
  readonly words: string
  readonly completes: Completes
  readonly options: readonly CompletedOption[]
}

/** Every command as a shell completes it, from the table that the parser goes by. */
export const completed: readonly CompletedCommand[] = commandEntries.map(
  ([name, { words, completes, options }]) => ({
    ...{ name, words, completes, options: optionsOf(options) },
  }),
)

/** What goes without a command. */
export const completedAlone: readonly CompletedOption[] = [
  ...optionsOf(common).filter(({ flags }) => !flags.includes('--json')),
  { flags: ['--version', '-V'], value: null, words: 'which Sheaf this is' },
]

function optionsOf(options: Options): readonly CompletedOption[] {
  return Object.entries(options).map(([name, { type, short, completes, words }]) => ({
    flags: [`--${name}`, ...(short === undefined ? [] : [`-${short}`])],
    value: type === 'boolean' ? null : (completes ?? 'nothing'),
    words,
  }))
}

/** The words that can be meant by it; none where files or anything can. */
export function choicesOf(completes: Completes): readonly string[] {
  if (typeof completes !== 'string') return completes
  return completes === 'batch' ? ['latest'] : []
}

/** The name of a function of a shell. */
export function functionName(name: string): string {
  return `_${name.replace(/\W/g, '_')}`
}
