import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countPlaywright, countTests, countVitest } from './counts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-counts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const passed = { status: 'passed' }
const failed = { status: 'failed' }

test('passed and failed tests are counted', () => {
  const file = report({
    numPassedTests: 3,
    testResults: [
      { status: 'passed', assertionResults: [passed, passed] },
      { status: 'failed', assertionResults: [passed, failed, failed] },
    ],
  })
  expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 2 })
})

test('a test file that could not be loaded counts as one that failed', () => {
  const file = report({
    numPassedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [passed] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  expect(countVitest(file, 1)).toEqual({ passed: 1, failed: 1 })
})

test('end-to-end tests that passed only at a second try count as failed, errors outside of tests too', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 }
  expect(countPlaywright(report({ stats, errors: [] }), 1)).toEqual({ passed: 5, failed: 2 })
  expect(countPlaywright(report({ stats, errors: [{}] }), 1)).toEqual({ passed: 5, failed: 3 })
})

test('a runner that ended badly has failed, whatever its report says; so has one without a report', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0 }
  expect(countPlaywright(report({ stats, errors: [] }), 0)).toEqual({ passed: 5, failed: 0 })
  expect(countPlaywright(report({ stats, errors: [] }), null)).toEqual({ passed: 5, failed: 1 })
  expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 })
})

test('the end-to-end suite alone is counted by the same rules', () => {
  expect(countTests(['expected', 'expected', 'skipped'], 0, 0)).toEqual({ passed: 2, failed: 0 })
  expect(countTests(['expected', 'flaky', 'unexpected'], 1, 1)).toEqual({ passed: 1, failed: 3 })
  expect(countTests(['expected'], 0, 1)).toEqual({ passed: 1, failed: 1 })
})
