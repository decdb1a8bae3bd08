import type { Protocol } from 'electron'
import { ownOrigin } from './bridgeNames.ts'
import { rendererFile } from './rendererFile.ts'
import { electronSecurityHeaders } from './securityHeaders.ts'

/** Answers `sheaf://app/…` with the built pages, each under the strict policy. */
export function handleRendererProtocol(protocol: Protocol, rendererDir: string): void {
  protocol.handle('sheaf', async (request) => {
    const { origin, address } = partsOf(request.url)
    const file = origin === ownOrigin ? await rendererFile(rendererDir, address) : null
    if (file === null)
      return new Response(null, { status: 404, headers: { ...electronSecurityHeaders } })
    return new Response(file.bytes, {
      headers: {
        ...electronSecurityHeaders,
        'content-type': file.type,
        'cache-control': file.cacheControl,
      },
    })
  })
}

function partsOf(url: string): { origin: string; address: string } {
  const { protocol, host, pathname } = new URL(url)
  return { origin: `${protocol}//${host}`, address: pathname }
}
