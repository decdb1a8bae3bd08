import { createRandom } from '../samples/random.ts'

/** When a process is killed: so many ms after something has happened that many times. */
export interface KillMoment {
  readonly after: 'start' | 'work' | 'stored' | 'export'
  readonly times: number
  readonly ms: number
}

/**
 * Moments spread over the life of a process: its start, reading, storing and the export. Those in the export come
 * in pairs, since the next start goes straight to it. The same seed gives the same moments.
 */
export function killPlan(kills: number, seed: string): readonly KillMoment[] {
  const random = createRandom(seed)
  const within = (most: number) => Math.floor(random() * most)
  const plan: KillMoment[] = []
  while (plan.length < kills) {
    const chance = random()
    if (chance < 0.2) plan.push({ after: 'start', times: 1, ms: within(700) })
    else if (chance < 0.65) plan.push({ after: 'work', times: 1, ms: within(1000) })
    else if (chance < 0.9) plan.push({ after: 'stored', times: 1 + within(8), ms: within(20) })
    else for (const _ of [1, 2]) plan.push({ after: 'export', times: 1, ms: within(40) })
  }
  return plan.slice(0, kills)
}
