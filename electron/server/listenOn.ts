import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../workers/errors.ts'
import { usualClientPort } from '../core/clientDoor.ts'

/** Listens on this computer alone and gives the port; 0 takes any free one. Throws port_taken. */
export function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new AppError('port_taken', { port }, error))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** Robots are told an address once, so it is the same at every start where that can be. */
export async function listenForPrograms(server: Server): Promise<number> {
  try {
    return await listenOn(server, usualClientPort)
  } catch {
    return listenOn(server, 0)
  }
}
