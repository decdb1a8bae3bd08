import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { ResultRecord } from './record.ts'

/** Bytes read at a time. */
const chunkBytes = 1 << 18

/**
 * The records of an export, out of the file in which the core laid them down: one a line, in the order of intake.
 * They can be gone through as often as they are needed, and only one of them is in memory.
 */
export function recordsIn(file: string): Iterable<ResultRecord> {
  return {
    *[Symbol.iterator]() {
      for (const line of linesOf(file)) yield JSON.parse(line) as ResultRecord
    },
  }
}

function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const chunk = Buffer.alloc(chunkBytes)
    let rest = ''
    for (let read = 1; read > 0; ) {
      read = readSync(descriptor, chunk)
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(descriptor)
  }
}

/** One record as such a line. */
export function recordLine(record: ResultRecord): string {
  return `${JSON.stringify(record)}\n`
}
