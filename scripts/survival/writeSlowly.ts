import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Writes a file as a scanner or a slow share does: piece by piece, with pauses, closed in between or held open. */
export async function writeSlowly(
  path: string,
  content: Buffer,
  { pieces, pauseMs, isHeld }: { pieces: number; pauseMs: number; isHeld: boolean },
): Promise<void> {
  const size = Math.ceil(content.length / pieces)
  let file = await open(path, 'w')
  try {
    for (let from = 0; from < content.length; from += size) {
      await file.write(content.subarray(from, from + size))
      if (!isHeld) {
        await file.close()
        await wait(pauseMs)
        file = await open(path, 'a')
      } else await wait(pauseMs)
    }
  } finally {
    await file.close()
  }
}
