import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { freeBytes } from '../db/backUp.ts'
import { logFiles } from '../log.ts'
import { bytesWords } from './bytesWords.ts'

/** Below the first, long batches may stop; below the second, short ones do. */
const little = 2e9
const tooLittle = 200e6

/** The data folder: room, permission, log. */
export function folderFindings({ dataDir }: Pick<Core, 'dataDir'>): readonly Finding[] {
  return [space(dataDir), writable(dataDir), log(dataDir)]
}

function space(dataDir: string): Finding {
  const free = freeBytes(dataDir)
  return {
    name: 'space',
    level: free < tooLittle ? 'error' : free < little ? 'warning' : 'ok',
    sentence: `${bytesWords(free)} are free where the data folder lies.`,
    advice: free < little ? 'Free some space, or delete batches that are done with.' : null,
  }
}

function writable(dataDir: string): Finding {
  const name = 'folder'
  const probe = join(dataDir, `.sheaf-probe-${process.pid}`)
  try {
    writeFileSync(probe, '')
    rmSync(probe)
    return { name, level: 'ok', sentence: 'The data folder can be written.', advice: null }
  } catch {
    const sentence = 'The data folder cannot be written.'
    return { name, level: 'error', sentence, advice: 'Change its permissions.' }
  }
}

function log(dataDir: string): Finding {
  const bytes = logFiles(dataDir)
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
  return { name: 'log', level: 'ok', sentence: `The log takes ${bytesWords(bytes)}.`, advice: null }
}
