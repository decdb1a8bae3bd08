import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { App } from './core/createApp.ts'
import { rendererFile } from './rendererFile.ts'
import { securityHeaders } from './securityHeaders.ts'
import { type ApiOptions, createApi, isForPrograms } from './server/api/createApi.ts'
import { answerCall } from './server/call.ts'
import { answerDrop } from './server/drop.ts'
import { createEventStreams } from './server/events.ts'
import { createGate } from './server/gate.ts'
import { listenForPrograms, listenOn } from './server/listenOn.ts'
import { replySentence } from './server/reply.ts'

export type ServedApp = Pick<
  App,
  'dispatch' | 'listen' | 'pageImage' | 'droppedDir' | 'clients' | 'inspected'
>

export interface Loopback {
  /** Opens the app once, in one browser. */
  readonly url: string
  /** Another such link. */
  readonly newLink: () => string
  /** How many windows are open. */
  readonly windows: () => number
  readonly close: () => Promise<void>
}

/**
 * The loopback host: the built pages and the contract over HTTP, for this user on this computer.
 *   GET /?token=…  ->  cookie      POST /call  ->  Result          GET /events  ->  events
 *   GET /page/<id> ->  picture     PUT /drop/<uuid>/<path>  ->  Result<{ path, root }>
 *   /v1/…          ->  other programs, by keys alone (server/api/)
 */
export async function serve({
  app,
  rendererDir,
  port = 0,
  keepLink = () => {},
  api = {},
}: {
  app: ServedApp
  rendererDir: string
  /** Is given a fresh link whenever one was used, for a second program that is started. */
  keepLink?: (link: string) => void
  /** 0 takes any free one; where other programs are answered, the one that they know if it is free. */
  port?: number
  /** For tests: how much other programs may send. */
  api?: Omit<ApiOptions, 'port'>
}): Promise<Loopback> {
  const server = createServer()
  // A dropped file of many gigabytes takes longer than any limit on a whole request.
  server.requestTimeout = 0
  const usedPort = await (port === 0 && app.clients.state().isOpen
    ? listenForPrograms(server)
    : listenOn(server, port))
  const gate = createGate(usedPort, () => keepLink(newLink()))
  const answerProgram = createApi(app, { ...api, port: usedPort })
  app.clients.opened(`http://127.0.0.1:${usedPort}/v1`)
  const streams = createEventStreams(app.listen)
  const newLink = () => `http://127.0.0.1:${usedPort}/?token=${gate.newToken()}`

  keepLink(newLink())

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (isForPrograms(request.url)) return answerProgram(request, response)
    const admission = gate.admit(request)
    switch (admission.kind) {
      case 'refused':
        response.setHeader('connection', 'close')
        return replySentence(response, admission.status, admission.sentence)
      case 'welcomed':
        response.setHeader('set-cookie', admission.cookie)
        return sendHome(request, response)
      case 'admitted':
        return route(request, response)
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = (request.url ?? '').split('?')[0] ?? ''
    const asked = `${request.method} /${address.split('/')[1] ?? ''}`
    if (asked === 'POST /call' && address === '/call')
      return answerCall(app.dispatch, request, response)
    if (asked === 'GET /events' && address === '/events') return streams.open(response)
    if (asked === 'GET /page') return answerPage(address.slice('/page/'.length), response)
    if (asked === 'PUT /drop')
      return answerDrop(app.droppedDir, address.slice('/drop/'.length), request, response)
    if (request.method === 'GET') return answerFile(address, response)
    response.setHeader('connection', 'close')
    replySentence(response, 405, 'Sheaf does not answer such a request.')
  }

  async function answerPage(address: string, response: ServerResponse): Promise<void> {
    const imageId = decoded(address)
    const image = imageId === null ? null : await app.pageImage(imageId)
    if (image === null) return replySentence(response, 404, 'That page has no picture.')
    response.writeHead(200, {
      'content-type': image.type,
      'content-length': image.bytes.length,
      'cache-control': 'private, max-age=3600',
    })
    response.end(image.bytes)
  }

  async function answerFile(address: string, response: ServerResponse): Promise<void> {
    const file = await rendererFile(rendererDir, address)
    if (file === null) return replySentence(response, 404, 'There is nothing at this address.')
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.length,
      'cache-control': file.cacheControl,
    })
    response.end(file.bytes)
  }

  return {
    url: newLink(),
    newLink,
    windows: streams.count,
    close: () =>
      new Promise((resolve) => {
        streams.close()
        app.clients.opened(null)
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * On to `/`, without the token in the address. After a link on a foreign page, a redirect would
 * still count as foreign and lack the new cookie; a page that moves on by itself does not.
 */
function sendHome(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['sec-fetch-site'] !== 'cross-site') {
    response.writeHead(303, { location: '/', 'cache-control': 'no-store' })
    response.end()
    return
  }
  response.setHeader('refresh', '0; url=/')
  replySentence(response, 200, 'Opening Sheaf…')
}

function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address)
  } catch {
    return null
  }
}
