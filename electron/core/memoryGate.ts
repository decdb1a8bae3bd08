import { totalmem } from 'node:os'

/** Lets a step begin only while there is memory for it; one step is always let through. */
export interface MemoryGate {
  pass<T>(step: () => Promise<T>): Promise<T>
}

/** Threads share one process: beyond this share of the memory, pages are read one at a time. */
const share = 0.6

/** Bytes that this process may take before pages have to wait for each other. */
export function memoryLimit(): number {
  // 0 or a number without meaning where nothing constrains the process.
  const constrained = process.constrainedMemory()
  const isConstrained = constrained > 0 && constrained < totalmem()
  return share * (isConstrained ? constrained : totalmem())
}

/** A gate that closes while `used` says more than `limit` bytes, and opens again when a step has ended. */
export function createMemoryGate(limit: number, used: () => number): MemoryGate {
  const waiting: (() => void)[] = []
  let running = 0

  return {
    async pass(step) {
      while (running > 0 && used() > limit)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
        })
      running++
      try {
        return await step()
      } finally {
        running--
        for (const wake of waiting.splice(0)) wake()
      }
    },
  }
}
