import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Admission =
  | { readonly kind: 'admitted' }
  /** The request showed a fresh token: hand out the cookie and send it on to `/`. */
  | { readonly kind: 'welcomed'; readonly cookie: string }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly sentence: string }

export interface Gate {
  readonly admit: (request: IncomingMessage) => Admission
  /** A token that opens the app once, in one browser. */
  readonly newToken: () => string
}

const noCookie =
  'This page belongs to the Sheaf that runs on this computer. Open it with the link that Sheaf printed where it was started; each link works once.'
const wrongHost =
  'This address is not Sheaf’s. Open Sheaf with the link that it printed where it was started.'
const wrongOrigin = 'Another page asked for this. Sheaf answers its own pages only.'

/**
 * Who may talk to the loopback host. Any program and any web page on this computer can reach the
 * port, so: a one-time token becomes a cookie; the Host header keeps out names that were made to
 * point here (DNS rebinding); Origin and Sec-Fetch-Site keep out other pages, also those of other
 * local servers, which the browser counts as the same site.
 */
export function createGate(port: number, tokenUsed: () => void = () => {}): Gate {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  // Cookies do not know ports: two hosts on one computer must not overwrite each other's.
  const cookieName = `sheaf_${port}`
  const tokens = new Set<string>()
  const sessions = new Set<string>()

  function admit(request: IncomingMessage): Admission {
    const { host, origin } = request.headers
    if (host === undefined || !hosts.includes(host))
      return { kind: 'refused', status: 403, sentence: wrongHost }
    if (origin !== undefined && origin !== `http://${host}`)
      return { kind: 'refused', status: 403, sentence: wrongOrigin }

    const token = tokenOf(request)
    const hasCookie = sessions.has(cookieOf(request) ?? '')
    // A link may be followed from anywhere, and proves itself; everything else must be our own.
    if (token !== null && tokens.delete(token)) {
      tokenUsed()
      const session = randomBytes(32).toString('base64url')
      sessions.add(session)
      const cookie = `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
      return { kind: 'welcomed', cookie }
    }
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return { kind: 'refused', status: 403, sentence: wrongOrigin }
    if (!hasCookie) return { kind: 'refused', status: 401, sentence: noCookie }
    return { kind: 'admitted' }
  }

  function cookieOf(request: IncomingMessage): string | undefined {
    return (request.headers.cookie ?? '')
      .split('; ')
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1)
  }

  function newToken(): string {
    const token = randomBytes(32).toString('base64url')
    tokens.add(token)
    return token
  }

  return { admit, newToken }
}

function tokenOf(request: IncomingMessage): string | null {
  const [path, query] = (request.url ?? '').split('?')
  if (request.method !== 'GET' || path !== '/') return null
  return new URLSearchParams(query).get('token')
}
