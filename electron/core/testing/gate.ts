/** Holds callers back until it is opened. */
export interface Gate {
  readonly open: () => void
  readonly pass: () => Promise<void>
  /** Resolves when so many callers have come to the gate, waiting or passed. */
  readonly reached: (callers: number) => Promise<void>
}

export function createGate(): Gate {
  const opened = Promise.withResolvers<void>()
  const waiting: { callers: number; tell: () => void }[] = []
  let callers = 0
  return {
    open: () => opened.resolve(),
    pass() {
      callers++
      for (const { callers: wanted, tell } of waiting) if (callers >= wanted) tell()
      return opened.promise
    },
    reached(wanted) {
      return new Promise((resolve) => {
        if (callers >= wanted) resolve()
        else waiting.push({ callers: wanted, tell: resolve })
      })
    },
  }
}
