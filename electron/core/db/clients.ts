import type { ClientView } from '../../views.ts'
import { change, type Db, durably, row, rows } from './open.ts'

/** A program that may ask. */
export interface Client {
  readonly id: number
  readonly name: string
  readonly scope: ClientView['scope']
  /** SHA-256 of its key, hex. */
  readonly keyHash: string
  readonly folders: readonly string[]
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

type Row = Omit<Client, 'folders'> & { readonly folders: string }

const columns = `id, name, scope, key_hash as keyHash, folders, created_at as createdAt,
  last_used_at as lastUsedAt, expires_at as expiresAt, revoked_at as revokedAt`

const clientOf = ({ folders, ...plain }: Row): Client => ({
  ...{ ...plain, folders: JSON.parse(folders) },
})

/** The newest first, revoked ones at the end. */
export function listClients(db: Db): Client[] {
  return rows<Row>(
    db,
    `select ${columns} from clients order by revoked_at is not null, id desc`,
  ).map(clientOf)
}

export function findClient(db: Db, id: number): Client | null {
  const found = row<Row>(db, `select ${columns} from clients where id = @id`, { id })
  return found && clientOf(found)
}

export type NewClient = Omit<Client, 'id' | 'lastUsedAt' | 'revokedAt'>

export function addClient(db: Db, { folders, ...client }: NewClient): Client {
  const added = durably(db, () =>
    row<Row>(
      db,
      `insert into clients (name, scope, key_hash, folders, created_at, expires_at)
       values (@name, @scope, @keyHash, @folders, @createdAt, @expiresAt)
       returning ${columns}`,
      { ...client, folders: JSON.stringify(folders) },
    ),
  )
  if (!added) throw new Error('a client was not remembered')
  return clientOf(added)
}

export function revokeClient(db: Db, id: number, at: string): void {
  durably(db, () =>
    change(db, 'update clients set revoked_at = @at where id = @id and revoked_at is null', {
      ...{ id, at },
    }),
  )
}

export function markClientUsed(db: Db, id: number, at: string): void {
  change(db, 'update clients set last_used_at = @at where id = @id', { id, at })
}

/** What a client asked for under a key of its own making, and the batch that it was given. */
export interface ClientRequest {
  readonly clientId: number
  readonly requestKey: string
  readonly bodyHash: string
  readonly batchId: string
}

export function findClientRequest(
  db: Db,
  { clientId, requestKey }: Pick<ClientRequest, 'clientId' | 'requestKey'>,
): ClientRequest | null {
  return row<ClientRequest>(
    db,
    `select client_id as clientId, request_key as requestKey, body_hash as bodyHash, batch_id as batchId
     from client_requests where client_id = @clientId and request_key = @requestKey`,
    { clientId, requestKey },
  )
}

export function addClientRequest(db: Db, request: ClientRequest & { readonly at: string }): void {
  change(
    db,
    `insert into client_requests (client_id, request_key, body_hash, batch_id, at)
     values (@clientId, @requestKey, @bodyHash, @batchId, @at)`,
    { ...request },
  )
}

export function forgetClientRequests(db: Db, before: string): void {
  change(db, 'delete from client_requests where at < @before', { before })
}
