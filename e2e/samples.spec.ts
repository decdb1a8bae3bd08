import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { ask, expect, test } from './withHost.ts'

test('samples are read, looked at and exported without a mouse', async ({ page, host }) => {
  test.setTimeout(240_000)
  mkdirSync(join(host.home, 'Exports'))
  await expect(page.getByRole('heading', { name: 'Drop a folder of documents here' })).toBeVisible()
  await page.getByRole('button', { name: 'Try it with samples' }).click()

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

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Page 1' })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  const documentId = page.url().split('/').at(-1) ?? ''
  const view = await ask(page, 'document.get', { documentId })
  const first = view.fields.find(({ name }) => name === 'invoice_number')
  if (!first?.provenance) throw new Error('the first sample has an invoice number')
  await expect(page.getByRole('textbox', { name: first.label, exact: true })).toBeFocused()
  const mark = page.locator(`[data-box="${first.id}"]`)
  await expect(mark).toHaveAttribute('aria-current', 'true')
  const sheet = await page.getByRole('img', { name: 'Page 1', exact: true }).boundingBox()
  const box = await mark.boundingBox()
  if (!sheet || !box) throw new Error('page and mark are on the screen')
  const [width, height] = first.provenance.pageSize
  const [left, top, right, bottom] = first.provenance.box
  const expected = [left / width, top / height, right / width, bottom / height]
  const drawn = [
    (box.x - sheet.x) / sheet.width,
    (box.y - sheet.y) / sheet.height,
    (box.x + box.width - sheet.x) / sheet.width,
    (box.y + box.height - sheet.y) / sheet.height,
  ]
  for (const [side, share] of drawn.entries()) {
    const size = side % 2 === 0 ? sheet.width : sheet.height
    expect(Math.abs(share - (expected[side] ?? 0)) * size).toBeLessThan(3)
  }

  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export to Excel' })
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue('Samples.xlsx')
  await dialog.getByRole('option', { name: 'Exports' }).click()
  await expect(dialog.getByText(`Into ${join(host.home, 'Exports')}`)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'File name' }).press('Enter')
  await expect(page.getByText('Samples.xlsx is ready')).toBeVisible()

  const file = join(host.home, 'Exports', 'Samples.xlsx')
  expect(existsSync(file)).toBe(true)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(file)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Documents',
    'Line items',
    'Provenance',
    'Problems',
    'Run',
  ])
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(total + 1)
})
