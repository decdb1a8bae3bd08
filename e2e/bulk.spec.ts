import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import {
  ask,
  chooseFromMenu,
  expect,
  folderOf,
  looks,
  readFolder,
  test,
  untilFinished,
} from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const samples = join(import.meta.dirname, '..', 'resources', 'samples')
const files = [
  'credit-note-en-uk-larkspur-linen.pdf',
  'invoice-en-ie-mossgate-software.pdf',
  'invoice-en-us-cedar-loop-studio.pdf',
]

/** Three documents and a file that cannot be read, in the batch's table, which has the keyboard. */
async function openTable(page: Page, host: Parameters<typeof folderOf>[0], name: string) {
  const folder = folderOf(host, name, files)
  writeFileSync(join(folder, 'z-broken.pdf'), 'no PDF at all, but it says %PDF-1.7')
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  const grid = page.getByRole('grid', { name: 'Documents' })
  await expect(grid).toHaveAttribute('aria-rowcount', '5')
  await grid.focus()
  const counts = async () => (await ask(page, 'batch.get', { batchId })).counts
  return { folder, batchId, grid, counts, bar: page.getByRole('region', { name: 'Selected' }) }
}

test('selected files are removed from the batch with Delete, and back with one undo', async ({
  page,
  host,
}) => {
  const { grid, counts, bar, folder } = await openTable(page, host, 'Remove')
  const before = await counts()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('2 documents selected')
  await page.keyboard.press('Delete')
  const notice = page.getByRole('alert').filter({ hasText: '2 files removed from the batch' })
  await expect(notice).toContainText('Your original files are untouched.')
  await expect(grid.getByText('was removed from the batch.')).toHaveCount(2)
  expect((await counts()).skipped).toBe(before.skipped + 2)
  await expect(page.getByRole('button', { name: /^Skipped/ })).toContainText('2')
  expect(existsSync(join(folder, files[0] ?? ''))).toBe(true)
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect(grid.getByText('was removed from the batch.')).toHaveCount(0)
  expect(await counts()).toEqual(before)

  // Also much later, by selecting them again.
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Delete')
  await expect(grid.getByText('was removed from the batch.')).toHaveCount(1)
  await page.reload()
  await expect(grid.getByText('was removed from the batch.')).toHaveCount(1)
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(bar.getByRole('button', { name: 'Put back 1' })).toBeVisible()
  await page.keyboard.press('Alt+b')
  await expect(grid.getByText('was removed from the batch.')).toHaveCount(0)
  expect(await counts()).toEqual(before)
})

test('a type is set for all that are selected, in one act that is taken back as one', async ({
  page,
  host,
}) => {
  const { grid, batchId } = await openTable(page, host, 'Types')
  const types = async () =>
    (await ask(page, 'batch.documents', { batchId })).rows.map(({ type }) => type)
  const before = await types()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('menu')).toContainText('Find the values of 3 anew as')
  await chooseFromMenu(page, 'Receipt')
  await expect(page.getByRole('alert')).toContainText('3 documents set to Receipt')
  expect(await types()).toEqual(['receipt', 'receipt', 'receipt', null])
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(types).toEqual(before)
})

test('only what failed among the selected is offered to be tried again', async ({ page, host }) => {
  const { folder, counts, bar } = await openTable(page, host, 'Retry')
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(bar).toContainText('1 document selected')
  await expect(bar.getByRole('button', { name: /Retry/ })).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await expect(bar.getByRole('button', { name: 'Retry 1' })).toBeVisible()
  copyFileSync(join(samples, files[2] ?? ''), join(folder, 'z-broken.pdf'))
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('alert')).toContainText('1 file tried again')
  await expect.poll(async () => (await counts()).failed).toBe(0)
  await untilFinished(page)
})

test('a selection is exported alone, and its name says so', async ({ page, host }) => {
  const { bar } = await openTable(page, host, 'Some')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('2 documents selected')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('menu')).toContainText('2 documents, and nothing else')
  await chooseFromMenu(page, 'JSON with every detail')
  const dialog = page.getByRole('dialog', { name: 'Export to JSON' })
  await expect(dialog.getByLabel('File name')).toHaveValue('Some - 2 of 4.json')
  await expect(dialog.getByText(`Into ${host.home}`)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Some - 2 of 4.json is ready')
  const records = JSON.parse(readFileSync(join(host.home, 'Some - 2 of 4.json'), 'utf8'))
  expect(records.map(({ filename }: { filename: string }) => filename)).toEqual(files.slice(0, 2))
})

test('the bar is accessible in both themes, large and small', looks, async ({ page, host }) => {
  const { bar } = await openTable(page, host, 'Bar')
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText('4 documents selected')
  for (const scheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height })
      await expectAccessible(page, `selection in ${scheme}`)
      await page.screenshot({ path: join(pictures, `bulk-${scheme}-${width}x${height}.png`) })
    }
})
