import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Failure, failureOf, type Result, sentenceOf } from '../../workers/errors.ts'
import { replyJson } from './reply.ts'

/** Ten thousand paths of a dropped folder take about 2 MB. */
const bodyLimit = 16 * 1024 * 1024

type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>

/** `POST /call { name, input }` -> the Result of the command. */
export async function answerCall(
  dispatch: Dispatch,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A form of another page can post text, but not JSON, without asking first.
  if (request.headers['content-type']?.split(';')[0] !== 'application/json')
    return replyJson(response, 415, failed('the request is not JSON'))
  const body = await readBody(request)
  if (body === null) {
    response.setHeader('connection', 'close')
    return replyJson(response, 413, failed('the request is too large'))
  }
  const call = parseCall(body)
  if (call === null) return replyJson(response, 400, failed('the request has no command name'))
  try {
    replyJson(response, 200, await dispatch(call.name, call.input))
  } catch (thrown) {
    replyJson(response, 500, { ok: false, error: failureOf(thrown) })
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > bodyLimit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseCall(body: string): { name: string; input: unknown } | null {
  try {
    const call: unknown = JSON.parse(body)
    if (typeof call !== 'object' || call === null || !('name' in call)) return null
    if (typeof call.name !== 'string') return null
    return { name: call.name, input: 'input' in call ? call.input : {} }
  } catch {
    return null
  }
}

function failed(problem: string): { ok: false; error: Failure } {
  const details = { problem }
  return {
    ok: false,
    error: { code: 'invalid_input', message: sentenceOf('invalid_input', details), details },
  }
}
