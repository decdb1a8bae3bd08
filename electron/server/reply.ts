import type { ServerResponse } from 'node:http'

/** Answers with JSON; a face reads a failure from the body, whatever the status. */
export function replyJson(response: ServerResponse, status: number, value: unknown): void {
  reply(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
}

/** Answers with a page that says one sentence. */
export function replySentence(response: ServerResponse, status: number, sentence: string): void {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sheaf</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style><h1>Sheaf</h1><p>${sentence}</p></html>`
  reply(response, status, 'text/html; charset=utf-8', page)
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  })
  response.end(body)
}
