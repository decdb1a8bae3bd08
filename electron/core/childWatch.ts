import type { PoolTask } from './poolLimits.ts'
import type { PoolChild } from './poolMessages.ts'

/** A child process from its start to its end, as far as its supervisor knows. */
export interface Life {
  readonly child: PoolChild
  /** Its pool is there. */
  isReady: boolean
  /** Something was begun or answered: it can work. */
  hasBegun: boolean
  /** Tasks that it has, and when their time began. */
  readonly sent: Map<number, { readonly name: PoolTask; begunAt: number | null }>
  /** When it last said something, by the monotonic clock. */
  heardAt: number
}

export interface ChildWatch {
  /** It said something. */
  hear(life: Life): void
  /** It was given something. */
  give(life: Life): void
  end(): void
}

/** A cold start reads a hundred modules, perhaps from a slow disk. */
const startMs = 60_000

/** How often it is looked at how busy the computer is: its load is that of the last minute. */
const loadMs = 20_000

/**
 * Kills a child that hangs as a whole: it does not come up, does not begin what it was given, or
 * says nothing though a task's time and some grace are over.
 */
export function createChildWatch({
  limits,
  graceSeconds,
  share,
}: {
  limits: Readonly<Record<PoolTask, number>>
  graceSeconds: number
  /** How much of a core there is for each that wants one. */
  share: () => number
}): ChildWatch {
  const graceMs = graceSeconds * 1000
  let timer: NodeJS.Timeout | undefined
  /** The least there was of a core since it has had something to do: its own clocks went no slower than that. */
  let leastShare = 1

  function dueOf({ isReady, sent, heardAt }: Life): number | null {
    if (!isReady) return heardAt + startMs
    if (sent.size === 0) return null
    const ends = [...sent.values()].flatMap(({ name, begunAt }) =>
      begunAt === null ? [] : begunAt + (limits[name] * 1000) / leastShare,
    )
    return graceMs + (ends.length > 0 ? Math.min(...ends) : heardAt)
  }

  function look(life: Life): void {
    clearTimeout(timer)
    leastShare = life.sent.size === 0 ? 1 : Math.min(leastShare, share())
    const due = dueOf(life)
    if (due === null) return
    const left = Math.max(0, due - performance.now())
    if (left > loadMs) timer = setTimeout(() => look(life), loadMs)
    else timer = setTimeout(() => lookTwice(life), left)
  }

  /** Where this process was held up itself, by sleep or long work, the message may be there unread. */
  function lookTwice({ child }: Life): void {
    timer = setTimeout(() => child.kill(), 1000)
  }

  return {
    give(life) {
      // It had nothing to say before.
      if (life.sent.size === 1) life.heardAt = performance.now()
      look(life)
    },
    hear(life) {
      life.heardAt = performance.now()
      look(life)
    },
    end: () => clearTimeout(timer),
  }
}
