import { resolve } from 'node:path'
import type { LayoutCommand } from './command.ts'
import { commandTable } from './commandTable.ts'
import { commonOf, none, parseOptions, templateNamed, UsageError } from './options.ts'

const writing = ['import', 'export', 'infer']

/** What `layouts …` means; alone it lists them. */
export function parseLayouts(args: readonly string[], from: string): LayoutCommand {
  const { values, positionals } = parseOptions(args, commandTable.layouts.options)
  const [deed = 'list', ...words] = positionals
  const { replace = false, batch = null, ...others } = values
  const rest = commonOf(others, from)
  if (replace && !writing.includes(deed))
    throw new UsageError('--replace goes with import, export and infer.')
  if (batch !== null && deed !== 'infer') throw new UsageError('--batch goes with infer.')
  switch (deed) {
    case 'list':
      none(words)
      return { kind: 'layouts', ...rest }
    case 'show': {
      const [name] = named(words, 1, 'show Booking')
      return { kind: 'layouts show', name: templateNamed(name, from), ...rest }
    }
    case 'import': {
      const [file] = named(words, 1, 'import booking.json')
      if (!file.toLowerCase().endsWith('.json'))
        throw new UsageError(`A layout file ends in .json: “${file}” does not.`)
      return { kind: 'layouts import', file: resolve(from, file), replace, ...rest }
    }
    case 'export': {
      const [name, file = ''] = named(words, 2, 'export Booking booking.json')
      return { kind: 'layouts export', name, file: resolve(from, file), replace, ...rest }
    }
    case 'infer': {
      const [sample, file] = named(words, words.length > 1 ? 2 : 1, 'infer sample.csv booking.json')
      const to = file === undefined ? null : resolve(from, file)
      return {
        kind: 'layouts infer',
        sample: resolve(from, sample),
        file: to,
        batch,
        replace,
        ...rest,
      }
    }
    case 'remove': {
      const [name] = named(words, 1, 'remove Booking')
      return { kind: 'layouts remove', name, ...rest }
    }
    default:
      throw new UsageError(
        `“${deed}” is not expected here: layouts takes list, show, import, export, infer or remove.`,
      )
  }
}

function named(
  words: readonly string[],
  many: number,
  example: string,
): readonly [first: string, second: string | undefined] {
  const [first, second] = words
  if (first === undefined || words.length !== many)
    throw new UsageError(`Say which, such as: layouts ${example}.`)
  return [first, second]
}
