import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atomically, change, type Db, openDatabase, row, rows } from './db/open.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

const items = 5000

/** A draft of this many items that were looked into: some damaged, some alike, half of them read before. */
function fill(db: Db, batchId: string): void {
  atomically(db, () => {
    change(db, 'delete from items where batch_id = @batchId', { batchId })
    change(
      db,
      `insert into batches (id, name, sources, template, reader_key, intent, created_at, finished_at)
       values ('old', 'Old', '[]', 'auto', '3:auto:found', 'run', '2026-01-01', '2026-01-02')`,
    )
    for (let seq = 0; seq < items; seq++) {
      const isBad = seq % 50 === 0
      const sha256 = isBad ? null : `content-${seq % 100 === 1 ? 1 : seq}`
      const path = `/scans/${seq}.pdf`
      const file = { batchId, seq, path, sha256, filename: `${seq}.pdf` }
      change(
        db,
        `insert into items (batch_id, seq, path, filename, size, sha256, type, page_count, text_pages, status,
           error_code, error_details)
         values (@batchId, @seq, @path, @filename, 1, @sha256, 'pdf', 3, @text, @status, @code, @details)`,
        {
          ...file,
          text: seq % 3,
          status: isBad ? 'failed' : 'pending',
          code: isBad ? 'file_damaged' : null,
          details: isBad ? JSON.stringify({ file: file.filename }) : null,
        },
      )
      if (isBad || seq % 2 === 0) continue
      change(
        db,
        `insert into items (batch_id, seq, path, filename, size, sha256, page_count, status, finished_at)
         values ('old', @seq, @path, @filename, 1, @sha256, 3, 'done', '2026-01-02')`,
        { seq, path, filename: file.filename, sha256 },
      )
      for (const page of [1, 2, 3])
        change(
          db,
          `insert or ignore into pages
             (sha256, page, reader_key, width, height, confidence, words, seconds)
           values (@sha256, @page, '3:auto:found', 1, 1, 1, @words, 1)`,
          { sha256, page, words: 'w'.repeat(9000) },
        )
    }
  })
}

async function openFilled(): Promise<TestApp & { batchId: string; db: Db }> {
  const dataDir = testFolder()
  const opened = await openTestApp(dataDir)
  const source = testFolder({ '1.pdf': '1 page' })
  const { id: batchId } = await opened.call('batch.draft', { paths: [source] })
  await opened.app.idle(batchId)
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  fill(db, batchId)
  return { ...opened, batchId, db }
}

test('five thousand files are counted in the time of a blink', async () => {
  const { app, call, batchId, db } = await openFilled()
  const report = await call('batch.preflight', { batchId })
  expect(report).toMatchObject({ files: items, inspected: items, isWhole: true })
  expect(report.willNot).toMatchObject([{ code: 'file_damaged', files: 100 }])
  expect(report.willNot[0]?.named).toHaveLength(50)
  expect(report.willRead).toMatchObject({ files: 4900, pages: 14_700, pagesRepeated: 147 })
  expect(report.willRead.pagesKept).toBe(3 * 2451)
  const { pagesKept, pagesRepeated, pagesToRead } = report.willRead
  expect(pagesKept + pagesRepeated + pagesToRead).toBe(14_700)
  expect(report.duplicates).toMatchObject({ here: 49, before: 2451 })
  expect(report.duplicates.pairs).toHaveLength(99)

  const times: number[] = []
  for (let i = 0; i < 7; i++) {
    const before = process.cpuUsage()
    await call('batch.preflight', { batchId })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  // Time of the processor: what else runs on the machine is not what is asked.
  expect(Math.min(...times)).toBeLessThan(50)
  db.close()
  await app.close()
})

test('no whole table is looked through for it', async () => {
  const { app, db } = await openFilled()
  const sql = `select (select count(*) from pages p where p.sha256 = i.sha256 and p.reader_key = 'k'
      and p.error_code is null) from items i where i.batch_id = 'b' and i.sha256 is not null`
  const plan = rows<{ detail: string }>(db, `explain query plan ${sql}`).map(({ detail }) => detail)
  expect(plan.join('\n')).toContain('USING COVERING INDEX pages_kept')
  expect(plan.join('\n')).not.toMatch(/SCAN/)
  expect(row<{ n: number }>(db, 'select count(*) as n from page_speeds')?.n).toBe(0)
  db.close()
  await app.close()
})
