import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { resultOf } from '../../../workers/errors.ts'
import type { ExtractTask, InspectFileTask, ReadPageTask } from '../../../workers/tasks.ts'
import { stubPool } from './stubPool.ts'

/**
 * A pool thread for stub documents whose words say how a page of theirs ends: `SIGSEGV-4` kills the
 * whole process on page 4, `SIGABRT-2-once` only the first time; `waits-3` waits for a file named `.go`.
 * Loaded as it is.
 */
const stub = stubPool()

export const inspectFile = (task: InspectFileTask) => resultOf(() => stub.inspectFile(task))
export const extract = (task: ExtractTask) => resultOf(() => stub.extract(task))

export async function readPage(task: ReadPageTask) {
  const content = readFileSync(task.path, 'utf8')
  const fate = new RegExp(`(\\w+)-${task.page}(-once)?(\\s|$)`).exec(content)
  if (content.includes('slow')) await wait(150)
  if (fate?.[1]) {
    const met = `${task.path}.${task.page}.met`
    const isOver = fate[2] !== undefined && existsSync(met)
    writeFileSync(met, '')
    if (fate[1] === 'waits') while (!existsSync(`${task.path}.go`)) await wait(10)
    else if (!isOver) return meet(fate[1])
  }
  return resultOf(() => stub.readPage(task))
}

async function meet(fate: string): Promise<unknown> {
  if (fate.startsWith('SIG')) process.kill(process.pid, fate)
  if (fate === 'text') return 'not an answer'
  if (fate === 'nothing') return undefined
  if (fate === 'half') return { ok: true, value: { engine: 'stub' } }
  if (fate === 'wordless') return { ok: true, value: { page: { number: 1, words: [{}] } } }
  if (fate === 'code') return { ok: false, error: { code: 'never_heard_of', details: {} } }
  if (fate === 'uncloneable') return { ok: true, value: () => {} }
  if (fate === 'memory') {
    const eaten: number[][] = []
    for (;;) eaten.push(new Array(1_000_000).fill(Math.random()))
  }
  // Hangs, and whoever met a signal waits for it.
  return wait(60_000)
}
