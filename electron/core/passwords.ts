/**
 * Passwords that a person gave for the files of a batch. They are in the memory of this process alone
 * and end with it: nothing of them is ever stored, logged or exported.
 */
export interface Passwords {
  /** In the order in which they were given. */
  of(batchId: string): readonly string[]
  add(batchId: string, passwords: readonly string[]): void
}

export function createPasswords(): Passwords {
  const known = new Map<string, ReadonlySet<string>>()
  const of = (batchId: string) => [...(known.get(batchId) ?? [])]
  return {
    of,
    add: (batchId, passwords) => known.set(batchId, new Set([...of(batchId), ...passwords])),
  }
}
