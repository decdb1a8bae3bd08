import type { Input } from '../workload.ts'

/** One row of a table: a program, told to read in one way. */
export interface Reader {
  /** With the version, where the program is a peer. */
  readonly name: string
  readonly isInstalled: boolean
  /** Makes what the program needs, such as a file of its own kind. It is not measured; what it gives is. */
  readonly prepare: (inputs: readonly Input[]) => Promise<() => Promise<Reading>>
}

export interface Reading {
  /** Of each input in order; empty for what could not be read. */
  readonly texts: readonly string[]
  /** A line for each page or file that could not be read. */
  readonly failures: readonly string[]
}
