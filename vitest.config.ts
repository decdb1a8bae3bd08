import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{workers,electron,scripts,renderer,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'scripts/tests/ownTemp.ts',
    // A process each: the engines hold native memory and threads that a test must not share.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
