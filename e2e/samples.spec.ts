import { existsSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Page } from 'playwright/test'
import { reviewByKeys } from './reviewByKeys.ts'
import { ask, expect, test } from './withHost.ts'

test('samples are read, reviewed to the last and exported by keys alone', async ({
  page,
  host,
}) => {
  // Every sample, scans too: minutes where the processor is shared.
  test.setTimeout(480_000)
  await expect(page.getByRole('heading', { name: 'Drop a folder of documents here' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try it with samples' })).toBeEnabled()
  await page.keyboard.press('s')

  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible()
  const percents: number[] = []
  const progress = page.getByRole('progressbar', { name: 'Pages read' })
  const finished = page.getByRole('region', { name: 'Progress' }).getByText('Finished in').first()
  while (!(await finished.isVisible())) {
    const now = await progress.getAttribute('aria-valuenow', { timeout: 500 }).catch(() => null)
    if (now) percents.push(Number(now))
    await page.waitForTimeout(200)
  }
  expect(percents.length).toBeGreaterThan(3)
  expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  const batchId = page.url().split('/').at(-1) ?? ''
  const { total } = await ask(page, 'batch.documents', { batchId })
  await expect(page.getByRole('button', { name: `All ${total}` })).toBeVisible()

  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Page 1' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Invoice number' }).press('ArrowDown')
  await expectMarkOf(page, 'issue_date')
  await page.keyboard.press('ArrowUp')
  await expectMarkOf(page, 'invoice_number')
  await page.keyboard.press('Alt+=')
  await expectMarkOf(page, 'invoice_number')

  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible()
  const asked = await asking(page, batchId)
  const review = await reviewByKeys(page)
  expect(review.documents).toBe(asked.documents)
  expect(review.values).toBeLessThanOrEqual(asked.values)
  // Each doubtful value once, a key to approve a document and go on, and a few to begin and to export.
  expect(review.keystrokes).toBeLessThanOrEqual(asked.values + asked.documents + 8)
  const { counts } = await ask(page, 'batch.get', { batchId })
  expect(counts.needs_review).toBe(0)

  const file = join(host.home, 'Samples.xlsx')
  expect(existsSync(file)).toBe(true)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(file)
  const sheets = ['Documents', 'Line items', 'Provenance', 'Problems', 'Run']
  const names = workbook.worksheets.map(({ name }) => name)
  expect(names.filter((name) => sheets.includes(name))).toEqual(sheets)
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(total + 1)
})

/** What there is to look at, as the core says. */
async function asking(page: Page, batchId: string) {
  const { rows } = await ask(page, 'batch.documents', { batchId, statuses: ['needs_review'] })
  let values = 0
  for (const { documentId } of rows) {
    const view = await ask(page, 'document.get', { documentId: documentId ?? '' })
    const cells = view.tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row)))
    values += [...view.fields, ...cells].filter(({ needsReview }) => needsReview).length
  }
  return { documents: rows.length, values }
}

/** The field has the keyboard, and its mark lies where the core says that the value was seen. */
async function expectMarkOf(page: Page, name: string): Promise<void> {
  const documentId = page.url().split('/').at(-1) ?? ''
  const { fields } = await ask(page, 'document.get', { documentId })
  const field = fields.find((other) => other.name === name)
  if (!field?.provenance) throw new Error(`the sample has no ${name}`)
  await expect(page.getByRole('textbox', { name: field.label, exact: true })).toBeFocused()
  const mark = page.locator('[data-box][aria-current="true"]')
  await expect(mark).toHaveAccessibleName(`${field.label} on the page`)

  const sheet = await page
    .getByRole('img', { name: `Page ${field.provenance.page}`, exact: true })
    .boundingBox()
  const drawn = await mark.boundingBox()
  if (!sheet || !drawn) throw new Error('page and mark are on the screen')
  const [width, height] = field.provenance.pageSize
  const [left, top, right, bottom] = field.provenance.box
  const distances = [
    sheet.x + (left / width) * sheet.width - drawn.x,
    sheet.y + (top / height) * sheet.height - drawn.y,
    sheet.x + (right / width) * sheet.width - (drawn.x + drawn.width),
    sheet.y + (bottom / height) * sheet.height - (drawn.y + drawn.height),
  ]
  expect(Math.max(...distances.map(Math.abs))).toBeLessThan(3)
}
