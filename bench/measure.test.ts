import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { measure } from './measure.ts'

const node = (program: string) => promisify(execFile)(process.execPath, ['-e', program])

test.runIf(process.platform === 'linux')('the cost is that of the children', async () => {
  const busy = `
    const held = Buffer.alloc(2e8, 1)
    const spent = () => process.cpuUsage().user + process.cpuUsage().system
    while (spent() < 5e5) held.fill(2)`
  const { cost } = await measure(() => Promise.all([node(busy), node(busy)]))
  expect(cost.cpuSeconds).toBeGreaterThan(0.9)
  expect(cost.peakBytes).toBeGreaterThan(4e8)
  const { value, cost: none } = await measure(async () => 'nothing started')
  expect(value).toBe('nothing started')
  expect(none).toMatchObject({ cpuSeconds: 0, peakBytes: null })
})
