import { createServer, type Server } from 'node:http'
import { securityHeaders } from '../securityHeaders.ts'
import type { ApiApp } from './api/answers.ts'
import { createApi, isForPrograms } from './api/createApi.ts'
import { listenForPrograms } from './listenOn.ts'
import { replySentence } from './reply.ts'

export interface ProgramDoor {
  readonly close: () => Promise<void>
}

/**
 * Where the face needs no server (Electron), other programs get one that answers them alone. It is there as long as
 * the switch is on: nothing listens without a person’s wish.
 */
export async function openProgramDoor(app: ApiApp): Promise<ProgramDoor> {
  let server: Server | null = null
  // One after the other, however fast somebody switches.
  let settled = settle()
  const deaf = app.clients.onSwitch(() => {
    settled = settled.catch(() => {}).then(settle)
    return settled
  })

  async function settle(): Promise<void> {
    const { isOpen } = app.clients.state()
    if (isOpen && server === null) server = await open()
    else if (!isOpen && server !== null) await shut()
  }

  async function open(): Promise<Server> {
    const opened = createServer()
    // An upload of many gigabytes takes longer than any limit on a whole request.
    opened.requestTimeout = 0
    const port = await listenForPrograms(opened)
    const answer = createApi(app, { port })
    opened.on('request', (request, response) => {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
      if (isForPrograms(request.url)) void answer(request, response).catch(() => response.destroy())
      else replySentence(response, 404, 'Sheaf answers programs here, at /v1.')
    })
    app.clients.opened(`http://127.0.0.1:${port}/v1`)
    return opened
  }

  async function shut(): Promise<void> {
    const shutting = server
    server = null
    app.clients.opened(null)
    await new Promise<void>((resolve) => {
      if (!shutting) return resolve()
      shutting.close(() => resolve())
      shutting.closeAllConnections()
    })
  }

  await settled
  return {
    async close() {
      deaf()
      await settled
      await shut()
    },
  }
}
