import { availableParallelism, loadavg } from 'node:os'

/** How often the load is looked at (ms). */
const stepMs = 1000
/** What a second counts at least: what hangs is given up at last, whatever else goes on. */
const least = 0.1

export interface WorkingTime {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal
  /** What it was for is done. */
  stop(): void
}

/**
 * So many seconds of a computer that has nothing else to do: where more wants to run than there are cores, a second
 * counts only as the share of it that a task can have had. A page is not given up because a backup runs beside it.
 * Windows tells no load; seconds are whole there.
 */
export function workingTime(seconds: number, share = shareOfCore): WorkingTime {
  const ends = new AbortController()
  let left = seconds * 1000
  let from = performance.now()
  let timer = next()

  function next() {
    return setTimeout(
      () => {
        const now = performance.now()
        left -= (now - from) * share()
        from = now
        if (left < 1) ends.abort()
        else timer = next()
      },
      Math.min(stepMs, left),
    )
  }

  return { signal: ends.signal, stop: () => clearTimeout(timer) }
}

/** How much of a core there is for each that wants one; 1: a whole one. */
export function shareOfCore(load = loadavg()[0] ?? 0): number {
  return Math.max(least, Math.min(1, availableParallelism() / Math.max(load, least)))
}
