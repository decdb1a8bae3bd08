import type { Seen } from './listWatched.ts'

/** How long the files of a folder have looked as they do now; nothing of it outlives the process. */
export interface Sightings {
  /** Seconds since a file was first seen as it is now: 0 at the first look. */
  quietSeconds(seen: Seen, now: Date): number
  /** It was opened and is no document; true until it changes. */
  isNone(seen: Seen): boolean
  markNone(seen: Seen): void
  /** Its content was seen to change although nothing else did: it is as if it were new. */
  forget(path: string): void
  /** Those that are gone are forgotten. */
  keepOnly(paths: ReadonlySet<string>): void
}

interface Sighting {
  readonly size: number
  readonly modifiedAt: number
  readonly since: number
  isNone: boolean
}

export function createSightings(): Sightings {
  const known = new Map<string, Sighting>()

  function sightingOf({ path, size, modifiedAt }: Seen): Sighting | null {
    const found = known.get(path)
    return found && found.size === size && found.modifiedAt === modifiedAt ? found : null
  }

  return {
    quietSeconds(seen, now) {
      const before = sightingOf(seen)
      // A clock that was put back must not make a file wait for ever.
      if (before && before.since <= now.getTime()) return (now.getTime() - before.since) / 1000
      const { path, size, modifiedAt } = seen
      known.set(path, { size, modifiedAt, since: now.getTime(), isNone: false })
      return 0
    },
    isNone: (seen) => sightingOf(seen)?.isNone ?? false,
    markNone(seen) {
      const found = sightingOf(seen)
      if (found) found.isNone = true
    },
    forget: (path) => known.delete(path),
    keepOnly(paths) {
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path)
    },
  }
}
