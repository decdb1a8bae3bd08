import { availableParallelism } from 'node:os'
import type { Pool } from './pool.ts'

/** What a pool can be asked for. */
export type PoolTask = Exclude<keyof Pool, 'threads' | 'sharesProcess' | 'close'>

/** A dense page read three times takes half a minute where two threads share a core. */
const usualPageSeconds = 120

/** Seconds that each kind of task may take, counted from when its turn has come, on a computer that is not busy otherwise. */
export function limitsOf(pageSeconds = usualPageSeconds): Readonly<Record<PoolTask, number>> {
  return {
    inspectFile: 180,
    readPage: pageSeconds,
    renderPreview: 60,
    extract: 300,
    findMatches: 60,
    writeExport: 1800,
    renderPages: 300,
    readSheets: 600,
  }
}

/** One thread a core, but no more than eight: each OCR thread wants some 300 MB. */
export function defaultThreads(): number {
  return Math.min(8, Math.max(1, availableParallelism()))
}
