import { createHmac } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { AppError } from '../../../workers/errors.ts'
import type { Hook } from '../../views.ts'
import { type FoundAddress, placeOfAddress } from './placeOfAddress.ts'

export interface Post {
  readonly hook: Extract<Hook, { kind: 'post' }>
  readonly deliveryId: string
  readonly event: string
  readonly body: string
  readonly version: string
}

/**
 * Sends JSON to an address, once. The only place where Sheaf itself speaks to anybody: what is connected to was looked
 * at just before, redirects are not followed, and nothing of the answer but its status is kept. Throws address_public,
 * host_not_found, hook_unreachable, hook_timeout, hook_redirected, hook_refused.
 */
export async function postHook(
  { hook, deliveryId, event, body, version }: Post,
  { timeoutMs, closing }: { readonly timeoutMs: number; readonly closing: AbortSignal },
): Promise<void> {
  const found = await placeOfAddress(hook.url)
  const { host } = found
  if (found.place === 'unknown') throw new AppError('host_not_found', { host })
  if (found.place === 'public' && !hook.leavesMachine)
    throw new AppError('address_public', { host })
  const bytes = Buffer.from(body)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'user-agent': `Sheaf/${version}`,
    'x-sheaf-event': event,
    'x-sheaf-delivery': deliveryId,
    ...(hook.secret !== null && { 'x-sheaf-signature': signatureOf(bytes, hook.secret) }),
  }
  const late = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([late, closing])
  let status: number
  try {
    status = await send(hook.url, { headers, bytes, lookup: only(found), signal })
  } catch (thrown) {
    if (late.aborted) throw new AppError('hook_timeout', { host, seconds: timeoutMs / 1000 })
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'no answer'
    throw new AppError('hook_unreachable', { host, reason: code }, thrown)
  }
  if (status >= 300 && status < 400) throw new AppError('hook_redirected', { host, status })
  if (status < 200 || status >= 400) throw new AppError('hook_refused', { host, status })
}

function signatureOf(bytes: Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`
}

interface Sending {
  readonly headers: http.OutgoingHttpHeaders
  readonly bytes: Buffer
  readonly lookup: LookupFunction
  readonly signal: AbortSignal
}

/** The status of the answer; its body is not waited for. */
function send(url: string, { headers, bytes, lookup, signal }: Sending): Promise<number> {
  const { request } = url.startsWith('https:') ? https : http
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent: false, headers, lookup, signal })
    sent.once('error', reject)
    sent.once('response', (response: IncomingMessage) => {
      // Whatever still comes: a connection that ends badly from here on is no trouble any more.
      sent.on('error', () => {})
      response.on('error', () => {})
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    sent.end(bytes)
  })
}

/** A name may lead elsewhere a moment later: only what was looked at is connected to. */
function only({ addresses }: FoundAddress): LookupFunction {
  return (_host, { all }, answer) => {
    const [first] = addresses
    if (all) answer(null, [...addresses])
    else answer(null, first?.address ?? '', first?.family)
  }
}
