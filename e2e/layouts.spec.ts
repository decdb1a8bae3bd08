import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import type { StartedHost } from './startHost.ts'
import { ask, expect, folderOf, looks, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const brewery = 'invoice-de-brauhaus-nord.pdf'

const rowsShown = (page: Page) => page.getByRole('region', { name: 'First rows' })
const columns = (page: Page) => page.getByRole('list', { name: 'Columns' })

/** Two invoices that were read, with the columns of their exports open. */
async function openColumns(page: Page, host: StartedHost): Promise<string> {
  const id = await readFolder(page, folderOf(host, 'Bills', [brewery, cedar]))
  await untilFinished(page)
  await page.keyboard.press('k')
  await expect(rowsShown(page)).toContainText(cedar)
  return id
}

const sample = (text: string, name = 'Booking.csv') => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(text, 'latin1'),
})

test('columns are chosen, named, moved and written by keyboard, with the real rows above them', async ({
  page,
  host,
}) => {
  const batchId = await openColumns(page, host)
  await page.getByRole('textbox', { name: 'Name' }).fill('Booking')
  const first = columns(page).getByRole('button', { name: /^File name/ })
  await first.press('Enter')
  await page.getByRole('combobox', { name: 'Shows' }).selectOption('Invoice number')
  // A header that nobody typed follows what the column shows.
  await expect(page.getByRole('textbox', { name: 'Header' })).toHaveValue('Invoice number')
  await page.getByRole('textbox', { name: 'Header' }).fill('Beleg')
  await expect(rowsShown(page).getByRole('columnheader').first()).toHaveText('Beleg')
  await page.getByRole('textbox', { name: 'Header' }).press('Alt+ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Header' })).toBeFocused()
  await expect(rowsShown(page).getByRole('columnheader').nth(1)).toHaveText('Beleg')

  await columns(page)
    .getByRole('button', { name: /^Invoice date/ })
    .press('Enter')
  await page.getByRole('combobox', { name: 'Dates are written' }).selectOption('29.03.2026')
  await expect(rowsShown(page).getByRole('cell', { name: /^\d\d\.\d\d\.\d{4}/ })).toHaveCount(2)

  await page.keyboard.press('Alt+n')
  const add = page.getByRole('combobox', { name: 'Add a column' })
  await expect(add).toBeFocused()
  await add.selectOption('The same text in every row')
  await page.getByRole('textbox', { name: 'Text in every row' }).fill('0700')
  await expect(rowsShown(page).getByRole('cell', { name: '0700' })).toHaveCount(2)
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/\/columns\/Booking$/)
  await expect(page.getByRole('combobox', { name: 'Layout' })).toHaveValue('Booking')

  await page.getByRole('button', { name: 'Export…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Export “/ })
  await expect(dialog.getByRole('combobox', { name: 'Columns' })).toHaveValue('Booking')
  await dialog.getByText('CSV', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Choose where…' }).press('Enter')
  const place = page.getByRole('dialog', { name: 'Export to CSV' })
  await expect(place.getByText(/^Into /)).toBeVisible()
  await place.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.getByText('Bills.csv is ready')).toBeVisible()
  const [written] = await ask(page, 'export.list', { batchId })
  const lines = readFileSync(written?.path ?? '', 'utf8').split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^Invoice number|Invoice date|Beleg/)
  for (const line of lines.slice(1, 3)) expect(line).toMatch(/\d\d\.\d\d\.\d{4}.*,0700$/)
})

test('a sample file gives the columns, and what nobody knows waits for a person', async ({
  page,
  host,
}) => {
  await openColumns(page, host)
  await page
    .getByLabel('Sample file')
    .setInputFiles(
      sample('Konto;Rechnungsnummer;F\u00e4lligkeit;Gesamtbetrag\r\n;1;31.12.2025;1.234,50\r\n'),
    )
  await expect(page.getByText('1 column of the sample not matched')).toBeVisible()
  await expect(page.getByText('The sample parts its columns by semicolons')).toBeVisible()
  const heads = rowsShown(page).getByRole('columnheader')
  await expect(heads).toHaveText(['Konto', 'Rechnungsnummer', 'Fälligkeit', 'Gesamtbetrag'])
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Booking')
  await expect(columns(page).getByText('Not matched')).toBeVisible()
  await expect(rowsShown(page)).toContainText(/\d,\d\d/)
  await expectAccessible(page, 'columns of exports, from a sample')
  await page.screenshot({ path: join(pictures, 'layout-sample.png') })
  await page.getByRole('textbox', { name: 'Text in every row' }).fill('4400')
  await expect(columns(page).getByText('Not matched')).toBeHidden()

  // What is not saved is not lost by a key.
  await page.keyboard.press('Escape')
  const leave = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leave.getByRole('button', { name: 'Save and leave' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible()
  expect(await ask(page, 'layout.list', {})).toMatchObject([
    { layout: { name: 'Booking', columns: [{ source: { text: '4400' } }, {}, {}, {}] } },
  ])

  await page.keyboard.press('k')
  await expect(rowsShown(page)).toContainText(cedar)
  const workbook = sample('PK\u0003\u0004', 'book.xlsx')
  await page.getByLabel('Sample file').setInputFiles(workbook)
  await expect(page.getByText('it is a workbook or an archive')).toBeVisible()
})

test('columns are dragged; a layout is copied and removed, and comes back by undo', async ({
  page,
  host,
}) => {
  await openColumns(page, host)
  const rows = columns(page).getByRole('listitem')
  await rows.nth(2).dragTo(rows.nth(0))
  const heads = rowsShown(page).getByRole('columnheader')
  await expect(heads.nth(0)).toHaveText('Invoice date')
  await expect(heads.nth(1)).toHaveText('File name')
  await page.getByRole('textbox', { name: 'Name' }).fill('Monthly')
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/\/columns\/Monthly$/)
  const more = page.getByRole('button', { name: 'More for this layout' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Monthly (copy)')
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(page.getByText('“Monthly (copy)” was removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  const choice = page.getByRole('combobox', { name: 'Layout' })
  await expect(choice.getByRole('option')).toHaveText(['New layout', 'Monthly', 'Monthly (copy)'])
})

test('the dialog has every choice, repeats an earlier export, and knows a file that is open elsewhere', async ({
  page,
  host,
}) => {
  const batchId = await readFolder(page, folderOf(host, 'Bills', [cedar]))
  await untilFinished(page)
  const folder = join(host.home, 'Out')
  mkdirSync(folder)
  const path = join(folder, 'results.csv')
  await ask(page, 'export.write', { batchId, path, csvFor: 'de-DE' })
  rmSync(path)
  // Stands for a file that another program holds: nothing can take its place.
  mkdirSync(path)
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: /^Export “/ })
  await dialog.getByRole('button', { name: 'Repeat results.csv' }).press('Enter')
  await expect(dialog.getByText('cannot be written. Close it if another program')).toBeVisible()
  await expectAccessible(page, 'export dialog with a file that is open elsewhere')
  await page.screenshot({ path: join(pictures, 'export-locked.png') })
  await dialog.getByRole('button', { name: 'Save as “results (2).csv”' }).press('Enter')
  await expect(page.getByText('results (2).csv is ready')).toBeVisible()
  expect(readFileSync(join(folder, 'results (2).csv'), 'utf8')).toMatch(/^\ufefffile_index;/)

  await expect(dialog).toBeHidden()
  await page.keyboard.press('x')
  await dialog.getByRole('switch', { name: 'With evidence' }).press('Space')
  await dialog.getByRole('switch', { name: 'With a proof' }).press('Space')
  await dialog.getByRole('button', { name: 'Choose where…' }).press('Enter')
  const place = page.getByRole('dialog', { name: 'Export to Excel' })
  await expect(place.getByText(/^Into /)).toBeVisible()
  await place.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.getByText('Bills.xlsx is ready')).toBeVisible()
  const [newest] = await ask(page, 'export.list', { batchId })
  expect(newest?.options).toMatchObject({ evidence: true, proof: true, layout: null })
})

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
])
  for (const scheme of ['light', 'dark'] as const)
    test(
      `the editor and the dialog at ${width} × ${height}, ${scheme}`,
      looks,
      async ({ page, host }) => {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme: scheme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
        await openColumns(page, host)
        await columns(page).getByRole('button', { name: 'Total', exact: true }).press('Enter')
        await expect(page.getByRole('combobox', { name: 'Decimals' })).toBeVisible()
        await expectAccessible(page, `columns of exports, ${scheme}`)
        await page.screenshot({ path: join(pictures, `layout-${width}-${scheme}.png`) })
        await page.getByRole('link', { name: 'Bills' }).click()
        await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible()
        await page.keyboard.press('x')
        await expect(page.getByRole('button', { name: 'Choose where…' })).toBeFocused()
        await expect(page.getByText('Nothing of this batch was written yet.')).toBeVisible()
        await expectAccessible(page, `export dialog, ${scheme}`)
        await page.screenshot({ path: join(pictures, `export-${width}-${scheme}.png`) })
      },
    )
