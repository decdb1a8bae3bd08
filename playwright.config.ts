import { defineConfig } from 'playwright/test'
import { browserArgs } from './electron/browserArgs.ts'
import { findBrowser } from './electron/findBrowser.ts'

const browser = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One at a time and no second chance: a test that fails now and then has found something.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./scripts/tests/countsReporter.ts']],
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: [...browserArgs()],
    },
  },
})
