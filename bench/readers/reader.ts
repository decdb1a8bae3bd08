import type { Input } from '../workload.ts'

/** One row of a table: a program, told to read in one way; a peer's name has its version. */
export type Reader =
  | { readonly name: string; readonly isInstalled: false }
  | { readonly name: string; readonly isInstalled: true; readonly prepare: Prepare }

/** Makes what the program needs, such as a file of its own kind. It is not measured; what it gives is. */
type Prepare = (inputs: readonly Input[]) => Promise<() => Promise<Reading>>

export interface Reading {
  /** Of each input in order; empty for what could not be read. */
  readonly texts: readonly string[]
  /** A line for each page or file that could not be read. */
  readonly failures: readonly string[]
}
