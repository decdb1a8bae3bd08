import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Numbers, codes and ids. Never a text from a document, nor the name of a file. */
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

/** The files of a data folder's log, the older first. */
export function logFiles(dataDir: string): readonly string[] {
  return ['sheaf.1.log', 'sheaf.log'].map((name) => join(dataDir, 'logs', name))
}

/**
 * Where an error came from that nobody expected: its kind, and file and line of each frame in our code. Its own words
 * may name the person's files or quote what stands in them.
 */
export function framesOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const code = 'code' in thrown ? ` ${String(thrown.code).slice(0, 40)}` : ''
  const stack = thrown.stack ?? ''
  // Its words may look like frames.
  const words = stack.indexOf(thrown.message)
  const frames = stack
    .slice(words < 0 ? 0 : words + thrown.message.length)
    .split('\n')
    .flatMap((line) => /^\s+at .*?([^()\s]+):(\d+):\d+\)?$/.exec(line)?.slice(1, 3).join(':') ?? [])
    .map((frame) => basename(frame))
  return `${thrown.name}${code} ${frames.slice(0, 8).join(' ')}`.trim()
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
