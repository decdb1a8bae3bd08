import type { ServerResponse } from 'node:http'
import type { AppEvent } from '../contract.ts'

type Listen = (receive: (event: AppEvent) => void) => () => void

export interface EventStreams {
  /** Keeps an answer open and sends every event down it. */
  readonly open: (response: ServerResponse) => void
  /** How many pages are listening: how many windows are open. */
  readonly count: () => number
  readonly close: () => void
}

const heartbeatSeconds = 15
/** A page that stopped reading (a sleeping tab) is cut off; it connects again when it wakes. */
const backlogLimit = 4 * 1024 * 1024

/** `GET /events`: the core's events as server-sent events, `data: {"name","payload"}`. */
export function createEventStreams(listen: Listen): EventStreams {
  const streams = new Set<ServerResponse>()

  const stopListening = listen((event) => sendAll(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => sendAll(': still here\n\n'), heartbeatSeconds * 1000)
  heartbeat.unref()

  function sendAll(message: string): void {
    for (const stream of streams) {
      if (stream.writableLength > backlogLimit) stream.destroy()
      else stream.write(message)
    }
  }

  function open(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.write('retry: 1000\n\n')
    streams.add(response)
    response.on('close', () => streams.delete(response))
  }

  function close(): void {
    stopListening()
    clearInterval(heartbeat)
    for (const stream of streams) stream.end()
  }

  return { open, count: () => streams.size, close }
}
