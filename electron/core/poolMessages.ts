import { z } from 'zod'
import type { PoolTask } from './poolLimits.ts'

/** What a supervisor tells its child. Options and tasks survive structured clone. */
export type ToChild =
  | { readonly kind: 'open'; readonly options: ChildOptions }
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: PoolTask
      readonly task: object
      readonly urgent: boolean
    }
  | { readonly kind: 'abort'; readonly id: number }

/** How the child makes its pool. */
export interface ChildOptions {
  readonly workerFile: string
  readonly threads: number
  readonly pageSeconds?: number
  readonly heapMegabytes?: number
}

/**
 * What the child tells: its pool is there; a task's turn has come and its time begins; how it
 * ended. The result is looked at by `checkedAnswer`, so that a bad one fails its task alone.
 */
export const fromChild = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('begun'), id: z.number() }),
  z.object({ kind: z.literal('answer'), id: z.number(), result: z.unknown() }),
])
export type FromChild = z.infer<typeof fromChild>

/** A child process as its supervisor sees it. */
export interface PoolChild {
  /** Unknown before it runs, where the system tells late. */
  readonly pid: () => number | undefined
  /** Throws what cannot be sent at all; what a child that has just died misses is lost silently. */
  readonly post: (message: ToChild) => void
  readonly onMessage: (receive: (message: unknown) => void) => void
  /** Told once, after its last message, how it ended: also when it could not be started. */
  readonly onExit: (ended: (how: string) => void) => void
  /** At once, whatever it is doing. */
  readonly kill: () => void
}

/** Starts the child process: Node's way or Electron's. */
export type Fork = () => PoolChild
