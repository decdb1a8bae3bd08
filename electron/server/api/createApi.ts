import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { AppError } from '../../../workers/errors.ts'
import { replyJson } from '../reply.ts'
import { type ApiApp, createAnswers } from './answers.ts'
import { type ApiFailure, apiFailure } from './apiFailure.ts'
import { createApiGate } from './apiGate.ts'
import type { UploadLimit } from './beginBatch.ts'
import { match } from './match.ts'

export interface ApiOptions {
  readonly port: number
  /** For tests: less, and at once. */
  readonly uploadLimit?: UploadLimit
  readonly slowStep?: number
}

const usualUpload: UploadLimit = { bytes: 4 * 1024 ** 3, words: '4 GB of files' }

/** Whether an address is for other programs, and not for our own pages. */
export function isForPrograms(url: string | undefined): boolean {
  return /^\/v1([/?]|$)/.test(url ?? '')
}

/**
 * The HTTP interface for other programs on this computer: `/v1/…`, by keys. Every failure, whatever it is, answers
 * with the same object.
 */
export function createApi(
  app: ApiApp,
  { port, uploadLimit = usualUpload, slowStep }: ApiOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const gate = createApiGate(app.clients, port, slowStep === undefined ? {} : { step: slowStep })
  const answers = createAnswers(app, { uploadLimit })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    gate.assertLocal(request)
    if (!app.clients.state().isOpen) throw new AppError('interface_off')
    const [address = '', search = ''] = (request.url ?? '').split('?')
    const found = matched(request.method ?? '', address)
    const client = await gate.admit(request, found.ok ? found.value.operation.scope : 'read')
    if (!found.ok) throw found.thrown
    const { name, parts } = found.value
    await answers[name]({ request, response, client, parts, query: queryOf(search) })
  }

  return async (request, response) => {
    try {
      await answer(request, response)
    } catch (thrown) {
      // Half of an answer cannot be taken back; its end is missing, and that tells.
      if (response.headersSent) response.destroy()
      else await replyFailure(request, response, apiFailure(thrown))
    }
  }
}

/** The operation, or why there is none: said only to those that have a key. */
function matched(method: string, address: string) {
  try {
    const value = match(method, address)
    if (value) return { ok: true, value } as const
    return {
      ok: false,
      thrown: new AppError('not_known', { what: 'address', id: address }),
    } as const
  } catch (thrown) {
    return { ok: false, thrown } as const
  }
}

function queryOf(search: string): Readonly<Record<string, string>> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(query, name))
      throw new AppError('invalid_input', { problem: `the address says “${name}” twice.` })
    query[name] = value
  }
  return query
}

/** How long somebody may go on sending who was told already that it is in vain. */
const hearingMs = 5000

async function replyFailure(
  request: IncomingMessage,
  response: ServerResponse,
  { status, error }: ApiFailure,
): Promise<void> {
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  if (status === 405) response.setHeader('allow', String(error.details?.known ?? ''))
  if (status === 429) response.setHeader('retry-after', String(error.details?.seconds ?? 60))
  if (request.complete || !hasBody(request)) return replyJson(response, status, { error })
  // A connection that is closed on somebody who is still sending takes the answer with it.
  const body = JSON.stringify({ error })
  response.writeHead(status, {
    ...{ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    ...{ 'content-length': Buffer.byteLength(body), connection: 'close' },
  })
  response.write(body)
  request.resume()
  await finished(request, { signal: AbortSignal.timeout(hearingMs) }).catch(() => {})
  response.end()
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
