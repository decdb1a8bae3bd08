import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stubPool } from '../testing/stubPool.ts'
import { killedCopy, openTestApp, testFolder } from '../testing/testApp.ts'
import { accounted } from './accounted.ts'

const source = testFolder({ '1.pdf': '3 pages one', '2.pdf': '', '3.pdf': '2 pages review' })

/** A pool that lets a test look at the disk before and after everything that it does. */
function watchedPool(look: () => void) {
  const stub = stubPool()
  const seen =
    <T extends readonly unknown[], R>(step: (...args: T) => Promise<R>) =>
    async (...args: T) => {
      look()
      const answer = await step(...args)
      look()
      return answer
    }
  return stubPool({
    inspectFile: seen(stub.inspectFile),
    readPage: seen(stub.readPage),
    extract: seen(stub.extract),
    writeExport: seen(stub.writeExport),
  })
}

test('killed between any two steps, it comes to the same end', async () => {
  const dataDir = testFolder()
  const output = join(testFolder(), 'r.json')
  const copies: string[] = []
  const pool = watchedPool(() => copies.push(killedCopy(dataDir)))
  const first = await openTestApp(dataDir, { pool })
  const { id } = await first.call('batch.create', { paths: [source], output })
  await first.app.idle(id)
  const meant = JSON.parse(readFileSync(output, 'utf8'))
  const sums = (await accounted(first, id)).pages
  await first.app.close()

  expect(copies.length).toBeGreaterThan(15)
  for (const copy of copies) {
    const reading = stubPool()
    const test = await openTestApp(copy, { pool: reading })
    await test.app.idle(id)
    expect((await accounted(test, id)).pages).toEqual(sums)
    expect(test.app.factsOf(id).pagesReadTwice).toBe(0)
    expect(new Set(reading.reads).size).toBe(reading.reads.length)
    expect(withoutTimes(JSON.parse(readFileSync(output, 'utf8')))).toEqual(withoutTimes(meant))
    await test.app.close()
  }
})

function withoutTimes(records: readonly { run: object }[]) {
  return records.map((record) => ({
    ...record,
    run: { ...record.run, started_at: null, finished_at: null },
  }))
}
