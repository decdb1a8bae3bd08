import type { FullResult, Reporter, Suite, TestCase } from 'playwright/types/testReporter'
import { countTests } from './counts.ts'

/** Ends an end-to-end run with the line that `npm test` ends with: `N passed, N failed`. */
export default class CountsReporter implements Reporter {
  private tests: readonly TestCase[] = []
  private errors = 0

  onBegin(_: unknown, suite: Suite): void {
    this.tests = suite.allTests()
  }

  onError(): void {
    this.errors++
  }

  onEnd({ status }: FullResult): void {
    const outcomes = this.tests.map((test) => test.outcome())
    const isBad = status !== 'passed' || this.errors > 0
    const { passed, failed } = countTests(outcomes, this.errors, isBad ? 1 : 0)
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
