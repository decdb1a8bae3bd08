import { expect } from 'vitest'
import type { TestApp } from '../testing/testApp.ts'

/** Asserts that every file and page of a batch ended, and that their sums prove it; gives the tally of pages. */
export async function accounted({ call }: TestApp, batchId: string) {
  const ledger = await call('batch.ledger', { batchId })
  const { files, pages } = ledger
  expect(ledger.isProven).toBe(true)
  expect(pages.read + pages.failed + pages.skipped + pages.open).toBe(pages.all)
  expect({ files: files.open, pages: pages.open }).toEqual({ files: 0, pages: 0 })
  const { lines } = await call('batch.unread', { batchId, limit: 1000 })
  const listed = (state: 'failed' | 'skipped') =>
    lines
      .filter((line) => line.state === state && line.firstPage !== null)
      .reduce((sum, { firstPage, lastPage }) => sum + (lastPage ?? 0) - (firstPage ?? 0) + 1, 0)
  expect({ failed: listed('failed'), skipped: listed('skipped') }).toEqual({
    failed: pages.failed,
    skipped: pages.skipped,
  })
  return ledger
}
