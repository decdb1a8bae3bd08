import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/tests/longestFirst.ts'

/** Functions of their arguments: nothing of one test can reach another. */
const pure = '{workers/extraction,workers/layout,renderer}/**/*.test.{ts,tsx}'
/** Each test opens a data folder of its own. */
const core = 'electron/core/**/*.test.ts'

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'scripts/tests/ownTemp.ts',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [pure], pool: 'threads', isolate: false },
      },
      { extends: true, test: { name: 'core', include: [core], pool: 'forks', isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{workers,electron,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [pure, core],
          // A process each: the engines hold native memory and threads that a test must not share.
          pool: 'forks',
        },
      },
    ],
  },
})
