import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isWatchWell, runWatch } from './runWatch.ts'

test('a watched folder that is fed slowly loses and doubles nothing when the program is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-watch-'))
  try {
    const outcome = await runWatch({ folder, files: 8, kills: 1, say: () => {} })
    expect(outcome).toEqual({
      ...{ given: 8, contents: 7, kills: 1, stored: 7, lost: 0, doubled: 0 },
      ...{ moved: 8, missing: 0, isSound: true },
    })
    expect(isWatchWell(outcome)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)
