import type { App } from '../core/createApp.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>

/** Other programs that have a key, with what each may do. */
export async function clients(app: App, terminal: Terminal, command: Of<'clients'>) {
  const list = await callOf(app)('client.list', {})
  if (command.json) terminal.answer(JSON.stringify(list, null, 2))
  else if (list.length === 0)
    terminal.answer('No program has a key. To give one: npm start -- clients add "Invoice robot"')
  else {
    const head = ['NUMBER', 'MAY', 'STATE', 'LAST USED', 'EXPIRES', 'NAME']
    const rows = list.map(({ id, scope, state, lastUsedAt, expiresAt, name }) => [
      ...[String(id), scope, state, lastUsedAt?.slice(0, 16).replace('T', ' ') ?? 'never'],
      ...[expiresAt?.slice(0, 10) ?? 'never', name],
    ])
    for (const line of columns([head, ...rows])) terminal.answer(line)
  }
  return exit.good
}

/** Gives a program a key: it alone is the answer, so that a script can take it. */
export async function addClient(app: App, terminal: Terminal, command: Of<'add_client'>) {
  const { name, scope, folders, days, json } = command
  const added = await callOf(app)('client.add', { name, scope, folders: [...folders], days })
  if (json) terminal.answer(JSON.stringify(added, null, 2))
  else {
    const { client, key } = added
    const until = client.expiresAt ? ` until ${client.expiresAt.slice(0, 10)}` : ''
    terminal.say(
      `“${name}” (number ${client.id}) may ${scope}${until}; its files: ${client.folders.join(', ')}`,
    )
    terminal.say('Its key, which is shown this once:')
    terminal.answer(key)
  }
  return exit.good
}

/** Takes a program's key away. */
export async function revokeClient(app: App, terminal: Terminal, command: Of<'revoke_client'>) {
  const revoked = await callOf(app)('client.revoke', { clientId: command.clientId })
  if (command.json) terminal.answer(JSON.stringify(revoked, null, 2))
  else terminal.answer(`revoked ${revoked.id} ${revoked.name}`)
  return exit.good
}
