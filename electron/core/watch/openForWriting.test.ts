import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
import { openForWriting } from './openForWriting.ts'

const folder = testFolder({ 'read.pdf': 'a', 'written.pdf': 'b', 'closed.pdf': 'c' })
const paths = ['read.pdf', 'written.pdf', 'closed.pdf'].map((name) => join(folder, name))
const [read = '', written = ''] = paths

/** Another program that has a file open. */
async function holder(file: string, flags: string): Promise<ChildProcess> {
  const script = `require('fs').openSync(process.argv[1], process.argv[2]); console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script, file, flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  return child
}

test.runIf(process.platform === 'linux')(
  'a file that another program writes is known, one that is only read is not',
  async () => {
    const holders = [await holder(read, 'r'), await holder(written, 'r+')]
    try {
      expect([...(await openForWriting(paths))]).toEqual([written])
    } finally {
      for (const child of holders) child.kill()
      await Promise.all(holders.map((child) => once(child, 'close')))
    }
    expect([...(await openForWriting(paths))]).toEqual([])
  },
)

test('where nobody can say, nothing is held back', async () => {
  const own = openSync(written, 'r+')
  expect((await openForWriting(paths, 'darwin')).size).toBe(0)
  // What opens for writing is not locked by anybody.
  expect((await openForWriting([read], 'win32')).size).toBe(0)
  closeSync(own)
})
