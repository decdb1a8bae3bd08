import { readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/** A file that could not even be loaded has no tests to fail, and counts as one that did. */
export function countVitest(reportFile: string, exitStatus: number | null): Counts {
  const report = vitestReport.safeParse(readJson(reportFile))
  if (!report.success) return { passed: 0, failed: 1 }
  const failed = report.data.testResults.reduce((sum, { status, assertionResults }) => {
    const here = assertionResults.filter((test) => test.status === 'failed').length
    return sum + (status === 'failed' ? Math.max(here, 1) : here)
  }, 0)
  return honest({ passed: report.data.numPassedTests, failed }, exitStatus)
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** Trouble outside of any test (a config that does not load, a spec that does not parse) counts too. */
export function countPlaywright(reportFile: string, exitStatus: number | null): Counts {
  const report = playwrightReport.safeParse(readJson(reportFile))
  if (!report.success) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.data.stats
  const failed = unexpected + flaky + report.data.errors.length
  return honest({ passed: expected, failed }, exitStatus)
}

/** As above, of tests by how each ended; a test that was interrupted has no say of its own. */
export function countTests(
  outcomes: readonly ('expected' | 'unexpected' | 'flaky' | 'skipped')[],
  errors: number,
  exitStatus: number | null,
): Counts {
  const passed = outcomes.filter((outcome) => outcome === 'expected').length
  const failed = outcomes.filter((outcome) => outcome === 'unexpected' || outcome === 'flaky')
  return honest({ passed, failed: failed.length + errors }, exitStatus)
}

/** A runner that ended badly has failed at something, whatever its report says. */
function honest(counts: Counts, exitStatus: number | null): Counts {
  return exitStatus !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
