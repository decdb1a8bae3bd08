import { resolve } from 'node:path'
import type { Command } from './command.ts'
import { common, commonOf, json, none, numberOf, parseOptions, UsageError } from './options.ts'

/** The commands for the app in a browser, and for other programs and their keys, by their word. */
export const clientParsers: Readonly<
  Record<string, (args: readonly string[], from: string) => Command>
> = {
  serve(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...{ ...common, port: { type: 'string' }, api: { type: 'boolean' } },
    })
    if (values.help) return { kind: 'help' }
    none(positionals)
    const port = numberOf(values.port, { name: '--port', from: 0, to: 65_535 }) ?? 0
    return { kind: 'serve', port, api: values.api ?? false, ...commonOf(values, from) }
  },
  clients(args, from) {
    const { values, positionals } = parseOptions(args, {
      ...{ ...common, ...json, write: { type: 'boolean' }, days: { type: 'string' } },
      folder: { type: 'string', multiple: true },
    })
    if (values.help) return { kind: 'help' }
    const [deed = 'list', named, ...others] = positionals
    const asJson = { json: values.json ?? false, ...commonOf(values, from) }
    const { write, days, folder = [] } = values
    const isOwn = write !== undefined || days !== undefined || folder.length > 0
    if (deed !== 'add' && isOwn)
      throw new UsageError('--write, --days and --folder go with clients add.')
    if (others.length > 0) none(others)
    switch (deed) {
      case 'list':
        if (named !== undefined) none([named])
        return { kind: 'clients', ...asJson }
      case 'add':
        if (!named) throw new UsageError('Name the program: clients add "Invoice robot".')
        return {
          ...{ kind: 'add_client', name: named, scope: write ? 'write' : 'read' },
          folders: folder.map((path) => resolve(from, path)),
          days: numberOf(days, { name: '--days', from: 1, to: 3650 }),
          ...asJson,
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
