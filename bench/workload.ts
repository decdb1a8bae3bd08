/** A file that every reader is given. */
export interface Input {
  readonly path: string
  readonly pages: number
  /** Pictures that were drawn from one document share its name: their words are scored together. */
  readonly document: string
}

/** What is read in one run, in this order. */
export interface Workload {
  /** For the line that says what was measured. */
  readonly description: string
  readonly inputs: readonly Input[]
  /** What stands in a document, where that is known. */
  readonly truths: ReadonlyMap<string, string>
}

/** Pages of all inputs together. */
export function pagesIn(inputs: readonly Input[]): number {
  return inputs.reduce((sum, { pages }) => sum + pages, 0)
}
