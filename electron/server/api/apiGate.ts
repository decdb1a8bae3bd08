import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../../workers/errors.ts'
import type { ClientDoor } from '../../core/clientDoor.ts'
import type { Client } from '../../core/db/clients.ts'
import type { Operation } from './operations.ts'

/** Wrong keys that cost nothing; each further one within the time is answered later. */
const free = 10
const minuteMs = 60_000
const longestMs = 5_000
/** Answers that are held back at a time. */
const mostWaiting = 20

export interface ApiGate {
  /** Refuses what no program of this computer sends. Throws foreign_request. */
  readonly assertLocal: (request: IncomingMessage) => void
  /** Whose request it is; null where anybody may ask. Throws key_… */
  readonly admit: (request: IncomingMessage, scope: Operation['scope']) => Promise<Client | null>
}

/**
 * Who is answered as a program. Web pages reach the port, too: a name that was made to point here shows in Host, a
 * page in Origin or Sec-Fetch-Site, and neither a robot nor a script sends those. Cookies are not looked at.
 */
export function createApiGate(
  door: Pick<ClientDoor, 'admit'>,
  port: number,
  { step = 250 }: { /** Milliseconds that each wrong key adds. */ readonly step?: number } = {},
): ApiGate {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  let failures: number[] = []
  let waiting = 0

  function assertLocal({ headers }: IncomingMessage): void {
    const site = headers['sec-fetch-site']
    const isOurs = headers.host !== undefined && hosts.includes(headers.host)
    const isPage = headers.origin !== undefined || (site !== undefined && site !== 'none')
    if (!isOurs || isPage) throw new AppError('foreign_request', { address: `http://${hosts[0]}` })
  }

  async function admit(
    { headers }: IncomingMessage,
    scope: Operation['scope'],
  ): Promise<Client | null> {
    if (scope === 'none') return null
    const [, key] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? []
    if (key === undefined) throw new AppError('key_missing')
    const client = await clientOf(key)
    if (scope === 'write' && client.scope !== 'write')
      throw new AppError('key_reads_only', { name: client.name })
    return client
  }

  async function clientOf(key: string): Promise<Client> {
    try {
      return door.admit(key)
    } catch (thrown) {
      if (thrown instanceof AppError) await slowDown()
      throw thrown
    }
  }

  /** Whoever tries keys one after the other waits longer and longer; right keys never wait. */
  async function slowDown(): Promise<void> {
    const now = performance.now()
    failures = [...failures.filter((at) => now - at < minuteMs), now].slice(-1000)
    const over = failures.length - free
    if (over <= 0) return
    if (waiting >= mostWaiting) throw new AppError('too_many_failures', { seconds: 60 })
    waiting++
    await wait(Math.min(over * step, longestMs)).finally(() => waiting--)
  }

  return { assertLocal, admit }
}
