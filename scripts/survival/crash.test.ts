import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killPlan } from './killPlan.ts'
import { crashLine, runCrash } from './runCrash.ts'

// As many kills as `npm run crash` has, over smaller batches: most of the time is that of starting again.
test('a program that is killed forty times while it works ends as one that nobody disturbed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-crash-'))
  try {
    const outcome = await runCrash({ folder, kills: 40, seed: 7, pages: 8, say: () => {} })
    const { items } = outcome
    expect(items).toBeGreaterThan(10)
    expect(crashLine(outcome)).toBe(
      `kills 40, items ${items}, lost 0, doubled 0, differing 0, integrity ok`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 900_000)

test('kills strike at the start, while reading, at storing and in the export, the same for the same seed', () => {
  const plan = killPlan(40, '7')
  expect(plan).toHaveLength(40)
  expect(new Set(plan.map(({ after }) => after))).toEqual(
    new Set(['start', 'work', 'stored', 'export']),
  )
  expect(killPlan(40, '7')).toEqual(plan)
  expect(killPlan(40, '8')).not.toEqual(plan)
})
