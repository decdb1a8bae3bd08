import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright/test'
import { expectAccessibleInBoth } from './axe.ts'
import { dropFolder } from './dropFolder.ts'
import type { StartedHost } from './startHost.ts'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const files = ['invoice-en-ie-mossgate-software.pdf', 'invoice-en-us-cedar-loop-studio.pdf']

/** A batch with its workbook, in which a person has typed. */
async function correctedWorkbook(page: Page, host: StartedHost) {
  const batchId = await readFolder(page, folderOf(host, 'May', files))
  await untilFinished(page)
  const path = join(host.home, 'May.xlsx')
  await ask(page, 'export.write', { batchId, path })
  const { rows } = await ask(page, 'batch.documents', { batchId })
  const ids = rows.flatMap(({ documentId }) => documentId ?? [])
  const valuesOf = async (documentId: string) => {
    const { fields } = await ask(page, 'document.get', { documentId })
    return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  }
  const edit = async (
    change: (set: (row: number, column: string, value: unknown) => void) => void,
  ) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const sheet = book.getWorksheet('Documents')
    if (!sheet) throw new Error('a workbook has the sheet Documents')
    change((row, column, value) => {
      const at = (sheet.getRow(1).values as unknown[]).indexOf(column)
      sheet.getRow(row).getCell(at).value = value as ExcelJS.CellValue
    })
    await book.xlsx.writeFile(path)
  }
  return { batchId, path, ids, valuesOf, edit }
}

test('a corrected workbook is dropped: differences are shown, taken over, and back with one undo', async ({
  page,
  host,
}) => {
  const { batchId, path, ids, valuesOf, edit } = await correctedWorkbook(page, host)
  const [first = '', second = ''] = ids
  const before = [await valuesOf(first), await valuesOf(second)]
  const { fields } = await ask(page, 'document.get', { documentId: second })
  const seller = fields.find(({ name }) => name === 'seller_name')?.id ?? 0
  await ask(page, 'document.correct', { documentId: second, fieldId: seller, value: 'Here Ltd' })
  await edit((set) => {
    set(2, 'invoice_number', '00042')
    set(2, 'order_number', 'PO-7')
    set(2, 'grand_total', 'a lot')
    set(3, 'seller_name', 'There Ltd')
    set(3, 'due_date', 46_200)
  })
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await dropFolder(page, path)
  const dialog = page.getByRole('dialog', { name: 'Corrections from “May.xlsx”' })
  await expect(dialog.getByRole('row')).toHaveCount(5)
  await expect(dialog).toContainText('1 value was changed in Sheaf, too')
  await expect(dialog.getByRole('row', { name: /Invoice number/ })).toContainText('00042')
  await expect(dialog.getByRole('row', { name: /Due date/ })).toContainText('2026-06-27')
  await expect(dialog.getByRole('checkbox', { name: /Seller/ })).not.toBeChecked()
  await expect(dialog.getByRole('status').last()).toContainText('3 of 4 ticked')
  await dialog.locator('summary').click()
  await expect(dialog).toContainText('“a lot” is not an amount')
  await expectAccessibleInBoth(page, 'corrections from a workbook', '[role=dialog]')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.screenshot({ path: join(pictures, `round-trip-${scheme}.png`) })
    await page.setViewportSize({ width: 900, height: 600 })
    await page.screenshot({ path: join(pictures, `round-trip-${scheme}-small.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })

  await dialog.getByRole('checkbox', { name: /Due date/ }).click()
  await dialog.getByRole('button', { name: /Apply 2 corrections/ }).click()
  const notice = page.getByRole('alert').filter({ hasText: '2 corrections applied' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await page.screenshot({ path: join(pictures, 'round-trip-applied.png') })
  expect(await valuesOf(first)).toMatchObject({ invoice_number: '00042', order_number: 'PO-7' })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(notice).toHaveCount(0)
  await expect.poll(() => valuesOf(first)).toEqual(before[0])
  expect(await valuesOf(second)).toEqual({ ...before[1], seller_name: 'Here Ltd' })
  expect(await ask(page, 'batch.list', {})).toHaveLength(1)
  expect(batchId).toBe((await ask(page, 'batch.list', {}))[0]?.id)
})

test('on the batch itself: nothing to take over, a file that is none of ours, and the keyboard', async ({
  page,
  host,
}) => {
  const { path, edit, ids, valuesOf } = await correctedWorkbook(page, host)
  const drop = { over: page.getByRole('grid', { name: 'Documents' }), words: 'Let go to compare' }
  await dropFolder(page, path, drop)
  const dialog = page.getByRole('dialog', { name: /^Corrections from/ })
  await expect(dialog).toContainText('There is nothing to take over.')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  const other = new ExcelJS.Workbook()
  other.addWorksheet('Sheet1').addRow(['name', 'amount'])
  await other.xlsx.writeFile(join(host.home, 'Other.xlsx'))
  await dropFolder(page, join(host.home, 'Other.xlsx'), drop)
  await expect(dialog.getByRole('alert')).toContainText('is no export of Sheaf')
  await expectAccessibleInBoth(page, 'a file that is no export', '[role=dialog]')
  await page.screenshot({ path: join(pictures, 'round-trip-refused.png') })
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await edit((set) => set(2, 'invoice_number', 'K-1'))
  await dropFolder(page, path, drop)
  await expect(dialog.getByRole('checkbox', { name: /Invoice number/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '1 correction applied' })).toBeVisible()
  expect(await valuesOf(ids[0] ?? '')).toMatchObject({ invoice_number: 'K-1' })
})

test('a corrected workbook is found in the folder browser, alone, by keys', async ({
  page,
  host,
}) => {
  const { path, edit, ids, valuesOf } = await correctedWorkbook(page, host)
  await edit((set) => set(2, 'invoice_number', 'K-2'))
  copyFileSync(join(host.home, 'May', files[0] ?? ''), join(host.home, 'loose.pdf'))
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await expect(page.getByRole('region', { name: 'New batch' })).toBeVisible()
  await page.keyboard.press('f')
  const chooser = page.getByRole('dialog', { name: 'Choose files' })
  const workbook = chooser.getByRole('option', { name: /^May\.xlsx/ })
  await expect(workbook).toBeVisible()
  await chooser.getByRole('option', { name: /^loose\.pdf/ }).click()
  await expect(chooser.getByRole('status')).toContainText('1 file chosen')
  await chooser.getByRole('combobox').focus()
  await page.keyboard.type('may.x')
  await page.keyboard.press('Enter')
  await expect(workbook).toHaveAttribute('aria-selected', 'true')
  await expect(chooser.getByRole('status')).toContainText('What was corrected in it')
  await expectAccessibleInBoth(page, 'a workbook in the folder browser', '[role=dialog]')
  await page.screenshot({ path: join(pictures, 'round-trip-chosen.png') })
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: `Corrections from “${basename(path)}”` })
  await expect(dialog.getByRole('checkbox', { name: /Invoice number/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '1 correction applied' })).toBeVisible()
  expect(await valuesOf(ids[0] ?? '')).toMatchObject({ invoice_number: 'K-2' })
})

test('a workbook in a dropped folder stays a file that cannot be read', async ({ page, host }) => {
  const { path } = await correctedWorkbook(page, host)
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await expect(page.getByRole('region', { name: 'New batch' })).toBeVisible()
  const folder = folderOf(host, 'June', files.slice(0, 1))
  copyFileSync(path, join(folder, 'May.xlsx'))
  await dropFolder(page, folder)
  await expect(page.getByRole('dialog', { name: 'Read “June”?' })).toContainText('1file to read', {
    timeout: 60_000,
  })
})
