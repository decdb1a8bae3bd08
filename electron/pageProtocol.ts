import type { Protocol } from 'electron'
import { pageOrigin } from './bridgeNames.ts'

type PageImage = (imageId: string) => Promise<{ bytes: Uint8Array; type: 'image/webp' } | null>

/** Answers `sheaf-page://page/<imageId>` with the picture: ids cross the bridge, never paths. */
export function handlePageProtocol(protocol: Protocol, pageImage: PageImage): void {
  protocol.handle('sheaf-page', async (request) => {
    const imageId = imageIdOf(request.url)
    const image = imageId === null ? null : await pageImage(imageId)
    if (image === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(image.bytes), {
      headers: {
        'content-type': image.type,
        'cache-control': 'private, max-age=3600',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

function imageIdOf(url: string): string | null {
  if (!url.startsWith(`${pageOrigin}/`)) return null
  try {
    return decodeURIComponent(url.slice(pageOrigin.length + 1))
  } catch {
    return null
  }
}
