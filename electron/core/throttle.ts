import type { ThrottleCause } from '../views.ts'

/** What the computer says of itself; null where nobody knows. */
export interface Probes {
  onBattery(): Promise<boolean | null>
  /** Bytes that programs may still take. */
  memory(): Promise<Room | null>
  /** Bytes free where the data folder lies. */
  disk(): Promise<Room | null>
}

export interface Room {
  readonly free: number
  readonly total: number
}

/** Whether batches have to make way, looked at now and then. */
export interface Throttle {
  readonly cause: () => ThrottleCause | null
  /** Looks now. */
  look(): Promise<void>
  stop(): void
}

export interface ThrottleOptions {
  readonly probes: Probes
  readonly ignoresBattery: () => boolean
  /** Called when the cause is another one than before. */
  readonly changed: (cause: ThrottleCause | null) => void
  readonly everyMs?: number
}

const megabyte = 2 ** 20

/** Below so much room a batch makes way: bytes, or this share of all there is where that is less. */
const least = {
  memory: { bytes: 300 * megabyte, share: 0.04 },
  disk: { bytes: 200 * megabyte, share: 0.02 },
} as const
/** It goes on only with so many times as much: a page that ends must not let one begin that fills it again. */
const clearAt = 2
/** And when so many looks in a row found nothing. */
const clearLooks = 2

/**
 * Watches battery, memory and disk. A cause holds at once and ends late, so that it does not flicker:
 * with room to spare, and not on the first look that finds it.
 */
export function createThrottle(options: ThrottleOptions): Throttle {
  const { probes, ignoresBattery, changed, everyMs = 5000 } = options
  let cause: ThrottleCause | null = null
  let clear = 0
  let isStopped = false
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()

  async function look(): Promise<void> {
    const found = await foundNow()
    clear = found === null ? clear + 1 : 0
    // What a person allows counts at once: they have just said so.
    const isAllowed = cause === 'battery' && ignoresBattery()
    if (isStopped || found === cause) return
    if (found === null && clear < clearLooks && !isAllowed) return
    cause = found
    changed(cause)
  }

  async function foundNow(): Promise<ThrottleCause | null> {
    const [disk, memory, onBattery] = await Promise.all([
      known(probes.disk),
      known(probes.memory),
      known(probes.onBattery),
    ])
    if (disk && isShort(disk, 'disk', cause === 'low_disk')) return 'low_disk'
    if (memory && isShort(memory, 'memory', cause === 'low_memory')) return 'low_memory'
    return onBattery && !ignoresBattery() ? 'battery' : null
  }

  return {
    cause: () => cause,
    look,
    stop() {
      isStopped = true
      clearInterval(timer)
    },
  }
}

function isShort({ free, total }: Room, of: keyof typeof least, held: boolean): boolean {
  const { bytes, share } = least[of]
  return free < Math.min(bytes, share * total) * (held ? clearAt : 1)
}

/** A probe that fails knows nothing. */
async function known<T>(probe: () => Promise<T | null>): Promise<T | null> {
  try {
    return await probe()
  } catch {
    return null
  }
}

/** Steps of batches that may begin beside each other: with too little memory one, else none. */
export function stepsUnder(cause: ThrottleCause | null): number | null {
  if (cause === null) return null
  return cause === 'low_memory' ? 1 : 0
}
