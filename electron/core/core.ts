import type { Template } from '../../workers/template.ts'
import type { Host } from '../contract.ts'
import type { Db } from './db/open.ts'
import type { Events } from './events.ts'
import type { KnownTemplates } from './knownTemplates.ts'
import type { Log } from './log.ts'
import type { Passwords } from './passwords.ts'
import type { Pool } from './pool.ts'
import type { Throttle } from './throttle.ts'
import type { Turns } from './turns.ts'

/** What every part of the core is handed; put together once, in createApp.ts. */
export interface Core {
  readonly db: Db
  readonly pool: Pool
  readonly events: Events
  readonly log: Log
  readonly host: Host
  readonly now: () => Date
  readonly version: string
  /** What may still be written on the disk of a folder; null where nobody can say. */
  readonly freeBytes: (folder: string) => Promise<number | null>
  readonly dataDir: string
  readonly resourcesDir: string
  /** Looks through the database on a thread of its own. */
  readonly checkFile: string
  /** Built-in ones, and the user's own in the data folder, as they are now. */
  readonly templates: readonly Template[]
  /** The same with where they came from, and what changes them. */
  readonly known: KnownTemplates
  readonly passwords: Passwords
  /** Who goes next among batches. */
  readonly turns: Turns
  /** Whether they have to make way. */
  readonly throttle: Throttle
  /** Aborted when the program ends. */
  readonly closing: AbortSignal
  /** Pages being read now: two items with the same content may meet, and each page is read once. */
  readonly pagesInHand: Map<string, Promise<unknown>>
  /** A batch is over: what is owed after it can begin. */
  readonly batchEnded: (batchId: string) => void
}
