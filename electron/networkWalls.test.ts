import { globSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)

/** Whatever opens a connection, listens for one or asks for a name; types are none of it. */
const reaching =
  /^import (?!type ).*from 'node:(http|https|http2|net|tls|dns|dns\/promises|dgram)'|\bfetch\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/m

/** What may, and why; with a slash at its end a whole folder. */
const allowed: Readonly<Record<string, string>> = {
  'electron/core/hooks/placeOfAddress.ts': 'looks the name up that a person typed',
  'electron/core/hooks/postHook.ts': 'sends what a person asked for after a batch',
  'electron/server.ts': 'listens on this computer',
  'electron/server/': 'answers on this computer',
  'renderer/httpTransport.ts': 'asks the host that the page came from',
}

test('only what is listed here can reach the network', () => {
  const files = globSync('{electron,workers,renderer}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  expect(files.length).toBeGreaterThan(500)
  const found = files.filter((file) => reaching.test(readFileSync(join(root, file), 'utf8')))
  const isAllowed = (file: string) =>
    Object.keys(allowed).some((place) =>
      place.endsWith('/') ? file.startsWith(place) : file === place,
    )
  expect(found.filter((file) => !isAllowed(file))).toEqual([])
  // The wall is one: what may reach out is found by the same words.
  for (const place of ['electron/core/hooks/postHook.ts', 'renderer/httpTransport.ts'])
    expect(found).toContain(place)
})
