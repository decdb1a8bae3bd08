import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers, codes and ids. Never a text from a document. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>
export type Log = (event: string, facts?: LogFacts) => void

const limit = 5_000_000

/** A log of JSON lines in `folder`; the file before the last is kept, older ones go. */
export function createLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'sheaf.log')
  mkdirSync(folder, { recursive: true })
  return (event, facts = {}) => {
    try {
      if (sizeOf(file) > limit) renameSync(file, join(folder, 'sheaf.1.log'))
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), event, ...facts })}\n`)
    } catch {
      // A full disk must not stop the work that the log is about.
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
