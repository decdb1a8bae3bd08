import { resolve } from 'node:path'
import type { Command } from './command.ts'
import { commandTable } from './commandTable.ts'
import { commonOf, none, numberOf, parseOptions, UsageError } from './options.ts'

/** What the commands mean that serve the app and let other programs in. */
export const clientParsers = {
  serve(args: readonly string[], from: string): Command {
    const { values, positionals } = parseOptions(args, commandTable.serve.options)
    none(positionals)
    const port = numberOf(values.port, { name: '--port', from: 0, to: 65_535 }) ?? 0
    return { kind: 'serve', port, api: values.api ?? false, ...commonOf(values, from) }
  },
  clients(args: readonly string[], from: string): Command {
    const { values, positionals } = parseOptions(args, commandTable.clients.options)
    const [deed = 'list', named, ...others] = positionals
    const { write, days, folder = [] } = values
    const isOwn = write !== undefined || days !== undefined || folder.length > 0
    if (deed !== 'add' && isOwn)
      throw new UsageError('--write, --days and --folder go with clients add.')
    none(others)
    switch (deed) {
      case 'list':
        if (named !== undefined) none([named])
        return { kind: 'clients', ...commonOf(values, from) }
      case 'add':
        if (!named) throw new UsageError('Name the program: clients add "Invoice robot".')
        return {
          ...{ kind: 'add_client', name: named, scope: write ? 'write' : 'read' },
          folders: folder.map((path) => resolve(from, path)),
          days: numberOf(days, { name: '--days', from: 1, to: 3650 }),
          ...commonOf(values, from),
        }
      case 'revoke': {
        const range = { name: 'revoke', from: 1, to: Number.MAX_SAFE_INTEGER }
        const clientId = numberOf(named, range)
        if (clientId === null)
          throw new UsageError('Say which, by its number: clients revoke 2. `clients` lists them.')
        return { kind: 'revoke_client', clientId, ...commonOf(values, from) }
      }
      default:
        throw new UsageError(`clients takes list, add or revoke, not “${deed}”.`)
    }
  },
}
