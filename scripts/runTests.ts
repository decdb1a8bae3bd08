import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Counts, countPlaywright, countVitest } from './tests/counts.ts'
import { ensureBrowser } from './tests/ensureBrowser.ts'

/** Both suites, the unit tests first, without what only looks (`e2e/withHost.ts`); the last line counts them together. */
const root = dirname(import.meta.dirname)
const reports = join(root, 'test-results', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const suites = [runVitest(), runPlaywright()]
const passed = suites.reduce((sum, counts) => sum + counts.passed, 0)
const failed = suites.reduce((sum, counts) => sum + counts.failed, 0)
process.exitCode = failed > 0 || suites.some((counts) => counts.passed === 0) ? 1 : 0
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)

function runVitest(): Counts {
  const report = join(reports, 'vitest.json')
  const status = run(
    ['vitest', 'vitest.mjs'],
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  )
  return countVitest(report, status)
}

function runPlaywright(): Counts {
  const browser = ensureBrowser()
  if (browser === null) return { passed: 0, failed: 1 }
  const report = join(reports, 'playwright.json')
  const status = run(
    ['playwright', 'cli.js'],
    ['test', '--grep-invert=@looks', '--reporter=list,json'],
    {
      CHROME_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  )
  return countPlaywright(report, status)
}

function run(program: readonly string[], args: readonly string[], env = {}): number | null {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', ...program), ...args],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  )
  return status
}
