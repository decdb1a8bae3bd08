/**
 * Passwords that a person gave for the files of a batch, or of all. They are in the memory of this process alone
 * and end with it: nothing of them is ever stored, logged or exported.
 */
export interface Passwords {
  /** In the order in which they were given: those of the batch, then those for every batch. */
  of(batchId: string): readonly string[]
  add(batchId: string, passwords: readonly string[]): void
  /** Tries it on every batch from now on. */
  addForAll(password: string): void
  /** How many are tried on every batch. */
  countForAll(): number
  /** Those of single batches stay: their pages are still drawn with them. */
  forgetForAll(): void
}

export function createPasswords(): Passwords {
  const known = new Map<string, ReadonlySet<string>>()
  const forAll = new Set<string>()
  return {
    of: (batchId) => [...new Set([...(known.get(batchId) ?? []), ...forAll])],
    add: (batchId, passwords) =>
      known.set(batchId, new Set([...(known.get(batchId) ?? []), ...passwords])),
    addForAll: (password) => forAll.add(password),
    countForAll: () => forAll.size,
    forgetForAll: () => forAll.clear(),
  }
}
