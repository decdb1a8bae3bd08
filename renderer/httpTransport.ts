import type { AppEvent, DroppedFile, Result, Transport } from '../electron/contract.ts'

const uploadsAtOnce = 4

/** Where the host put a copy of a file, and the folder that holds the whole drop. */
interface StoredDrop {
  readonly path: string
  readonly root: string
}

const unreachable: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message: 'Sheaf does not answer. It may have been closed; start it again, then try again.',
    details: {},
  },
}

/** The loopback host over fetch and server-sent events; `reachable` hears when it comes and goes. */
export function httpTransport(
  reachable: (isReachable: boolean) => void,
  uploaded: (done: number, total: number) => void,
): Transport {
  async function send<T>(url: string, init: RequestInit): Promise<Result<T>> {
    try {
      const response = await fetch(url, init)
      const result = (await response.json()) as Result<T>
      reachable(true)
      return result
    } catch {
      reachable(false)
      return unreachable
    }
  }

  return {
    call: (name, input) =>
      send('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      }),

    listen(receive) {
      const source = new EventSource('/events')
      source.onopen = () => reachable(true)
      source.onerror = () => reachable(false)
      source.onmessage = (message) => receive(JSON.parse(message.data) as AppEvent)
      return () => source.close()
    },

    pageUrl: (imageId) => `/page/${encodeURIComponent(imageId)}`,

    async pathsOf(files) {
      const drop = crypto.randomUUID()
      const tops = new Set<string>()
      const waiting = [...files]
      let failure: Result<never> | null = null
      let done = 0
      uploaded(done, files.length)
      const worker = async () => {
        for (let next = waiting.shift(); next && !failure; next = waiting.shift()) {
          const stored = await send<StoredDrop>(dropUrl(drop, next), {
            method: 'PUT',
            body: next.file,
          })
          if (!stored.ok) failure = stored
          else tops.add(topOf(stored.value))
          uploaded(++done, files.length)
        }
      }
      await Promise.all(Array.from({ length: uploadsAtOnce }, worker))
      return failure ?? { ok: true, value: [...tops] }
    },
  }
}

/** The dropped thing that a file belongs to: itself, or the outermost folder around it. */
function topOf({ path, root }: StoredDrop): string {
  const [slash = '/', ...inside] = path.slice(root.length)
  return root + slash + (inside.join('').split(slash)[0] ?? '')
}

function dropUrl(drop: string, dropped: DroppedFile): string {
  return `/drop/${drop}/${dropped.relativePath.split('/').map(encodeURIComponent).join('/')}`
}
