/**
 * Works through what `next` gives, `width` at a time, until it gives null. Nothing is taken before
 * there is a hand free for it. After an error no more is taken, and it is thrown when all is quiet.
 */
export async function inParallel<T>(
  width: number,
  next: () => T | null,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let failed: { readonly thrown: unknown } | null = null
  async function hand(): Promise<void> {
    try {
      for (let item = next(); item !== null; item = failed ? null : next()) await work(item)
    } catch (thrown) {
      failed ??= { thrown }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, width) }, hand))
  if (failed) throw (failed as { thrown: unknown }).thrown
}
