import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../workers/errors.ts'
import type { ClientView } from '../views.ts'
import type { Client } from './db/clients.ts'

/** A key that nobody can guess; the word before it tells what it is when it is found in a file. */
export function newClientKey(): string {
  return `sheaf_${randomBytes(32).toString('base64url')}`
}

/** What is kept of a key. A key is as random as its hash, so that it needs no salt and no slowness. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/**
 * Whose key it is. Every client is compared, each in constant time, so that how long it takes tells nothing.
 * Throws key_unknown, key_revoked, key_expired.
 */
export function clientWithKey(clients: readonly Client[], key: string, now: Date): Client {
  const hash = Buffer.from(hashOfKey(key), 'hex')
  let found: Client | null = null
  for (const client of clients)
    if (timingSafeEqual(Buffer.from(client.keyHash, 'hex'), hash)) found = client
  if (!found) throw new AppError('key_unknown')
  const { name, expiresAt } = found
  const state = clientState(found, now)
  if (state === 'revoked') throw new AppError('key_revoked', { name })
  if (state === 'expired')
    throw new AppError('key_expired', { name, date: (expiresAt ?? '').slice(0, 10) })
  return found
}

/** Whether a key is worth anything now. */
export function clientState(
  { revokedAt, expiresAt }: Pick<Client, 'revokedAt' | 'expiresAt'>,
  now: Date,
): ClientView['state'] {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && now.toISOString() >= expiresAt ? 'expired' : 'active'
}
