/** Where a command speaks and is spoken to; tests pass their own. */
export interface Terminal {
  /** Answers, for people and programs: stdout. */
  readonly answer: (line: string) => void
  /** What is said along the way: stderr. */
  readonly say: (line: string) => void
  /** Replaces the current line of a terminal; never ends it. */
  readonly draw: (line: string) => void
  readonly isTerminal: boolean
  readonly columns: number
  /** Calls back on Ctrl-C and on a polite request to end. Gives what stops listening. */
  readonly onInterrupt: (interrupted: () => void) => () => void
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const isTerminal = stderr.isTTY === true
  let drawn = false
  const wipe = () => {
    if (drawn) stderr.write('\r\u001b[K')
    drawn = false
  }
  return {
    isTerminal,
    columns: stderr.columns || 80,
    answer: (line) => {
      wipe()
      stdout.write(`${line}\n`)
    },
    say: (line) => {
      wipe()
      stderr.write(`${line}\n`)
    },
    draw: (line) => {
      wipe()
      stderr.write(line)
      drawn = line !== ''
    },
    onInterrupt(interrupted) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
      for (const signal of signals) process.on(signal, interrupted)
      return () => {
        for (const signal of signals) process.off(signal, interrupted)
      }
    },
  }
}
