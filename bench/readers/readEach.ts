import { basename } from 'node:path'
import { inParallel } from '../../electron/core/inParallel.ts'
import type { Input } from '../workload.ts'
import type { Reading } from './reader.ts'
import { reasonOf } from './runTool.ts'

/** Reads every input with a process of its own, `width` at a time. */
export async function readEach(
  inputs: readonly Input[],
  width: number,
  read: (path: string) => Promise<string>,
): Promise<Reading> {
  const texts = inputs.map(() => '')
  const failures: string[] = []
  const waiting = [...inputs.entries()]
  await inParallel(
    width,
    () => waiting.shift() ?? null,
    async ([at, { path }]) => {
      try {
        texts[at] = await read(path)
      } catch (thrown) {
        failures.push(`${basename(path)}: ${reasonOf(thrown)}`)
      }
    },
  )
  return { texts, failures }
}
