import { resolve } from 'node:path'
import type { HookCommand } from './command.ts'
import { commandTable } from './commandTable.ts'
import { commonOf, none, numberOf, parseOptions, UsageError } from './options.ts'

/** What `hooks …` means; alone it lists them. */
export function parseHooks(args: readonly string[], from: string): HookCommand {
  const { values, positionals } = parseOptions(args, commandTable.hooks.options)
  const [deed = 'list', ...words] = positionals
  const rest = commonOf(values, from)
  const secretFile = values['secret-file']
  const leavesMachine = values['leaves-machine'] ?? false
  if (deed !== 'add' && (secretFile !== undefined || leavesMachine))
    throw new UsageError('--secret-file and --leaves-machine go with add.')
  switch (deed) {
    case 'list':
      none(words)
      return { kind: 'hooks', ...rest }
    case 'add': {
      const [first = '', ...others] = words
      if (first === '')
        throw new UsageError('Name an address, or behind -- a program: hooks add -- book {export}.')
      if (!/^https?:\/\//i.test(first)) return { kind: 'hooks run', command: words, ...rest }
      none(others)
      return {
        ...{ kind: 'hooks post', url: first, leavesMachine },
        secretFile: secretFile === undefined ? null : resolve(from, secretFile),
        ...rest,
      }
    }
    case 'test':
    case 'on':
    case 'off':
    case 'remove': {
      const [named, ...others] = words
      none(others)
      const range = { name: `hooks ${deed}`, from: 1, to: Number.MAX_SAFE_INTEGER }
      const hookId = numberOf(named, range)
      if (hookId === null) throw new UsageError(`Say which, by its number: hooks ${deed} 1.`)
      return { kind: 'hooks change', deed, hookId, ...rest }
    }
    default:
      throw new UsageError(
        `“${deed}” is not expected here: hooks takes list, add, test, on, off or remove.`,
      )
  }
}
