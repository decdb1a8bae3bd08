import { watch } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { KillMoment } from './killPlan.ts'
import type { Sheaf } from './sheaf.ts'

const eventOf = { work: 'batch.changed', stored: 'document.changed' } as const

/** Kills a Sheaf at its moment. Gives false when it ended by itself before. */
export async function killAt(
  sheaf: Sheaf,
  { after, times, ms }: KillMoment,
  outputDir: string,
): Promise<boolean> {
  const begun = Promise.withResolvers<void>()
  const watcher = watch(outputDir, (_, name) => {
    // The hidden folder in which an export is written.
    if (after === 'export' && name?.startsWith('.sheaf-')) begun.resolve()
  })
  let seen = 0
  if (after === 'start') begun.resolve()
  else if (after !== 'export')
    sheaf.onEvent((name) => {
      if (name === eventOf[after] && ++seen === times) begun.resolve()
    })
  const moment = begun.promise.then(() => wait(ms, 'kill' as const))
  const first = await Promise.race([moment, sheaf.ended])
  watcher.close()
  if (first !== 'kill') return false
  sheaf.kill()
  return (await sheaf.ended) === null
}
