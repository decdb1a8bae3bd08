import { homedir } from 'node:os'
import { isAbsolute } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { ClientView } from '../../views.ts'
import type { ClientDoor } from '../clientDoor.ts'
import { clientState, hashOfKey, newClientKey } from '../clientKeys.ts'
import type { Core } from '../core.ts'
import { addClient, type Client, findClient, listClients, revokeClient } from '../db/clients.ts'
import type { HandlersOf } from './index.ts'

const dayMs = 24 * 60 * 60 * 1000

export function clientHandlers(core: Core, door: ClientDoor): HandlersOf<'client'> {
  const { db, now, log } = core

  function viewOf({ keyHash: _, revokedAt, folders, ...plain }: Client): ClientView {
    const state = clientState({ revokedAt, expiresAt: plain.expiresAt }, now())
    return { ...plain, folders: [...folders], state }
  }

  return {
    'client.state': () => door.state(),
    'client.list': () => listClients(db).map(viewOf),
    'client.add': ({ name, scope, folders, days }) => {
      const relative = folders.find((folder) => !isAbsolute(folder))
      if (relative !== undefined)
        throw new AppError('invalid_input', { problem: `“${relative}” is no absolute path.` })
      const key = newClientKey()
      const at = now()
      const expiresAt = days === null ? null : new Date(at.getTime() + days * dayMs).toISOString()
      const client = addClient(db, {
        ...{ name, scope, expiresAt, createdAt: at.toISOString(), keyHash: hashOfKey(key) },
        folders: folders.length > 0 ? folders : [homedir()],
      })
      log('client.added', { client: client.id, scope })
      return { client: viewOf(client), key }
    },
    'client.revoke': ({ clientId }) => {
      revokeClient(db, clientId, now().toISOString())
      const client = findClient(db, clientId)
      if (!client) throw new AppError('not_found', { what: 'key' })
      log('client.revoked', { client: clientId })
      return viewOf(client)
    },
  }
}
