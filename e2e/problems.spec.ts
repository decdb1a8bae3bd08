import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessibleInBoth } from './axe.ts'
import { ask, expect, folderOf, readFolder, test } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')

test('files that cannot be read say why, and the others are read', async ({ page, host }) => {
  const folder = folderOf(host, 'Mixed', ['invoice-en-us-cedar-loop-studio.pdf'])
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\nnothing that a reader could use')
  writeFileSync(join(folder, 'empty.pdf'), '')
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting')
  const batchId = await readFolder(page, folder)

  await expect(page.getByText('Finished with problems')).toBeVisible({ timeout: 60_000 })
  expect((await ask(page, 'batch.get', { batchId })).outcome).toBe('partial_failed')
  await expect(page.getByText('“broken.pdf” is damaged and cannot be opened.')).toBeVisible()
  await expect(page.getByText('“empty.pdf” is empty (0 bytes).')).toBeVisible()
  await expect(page.getByText('“minutes.txt” is not a PDF or an image')).toBeVisible()
  await expect(page.getByText('invoice-en-us-cedar-loop-studio.pdf')).toBeVisible()

  const ledger = page.getByRole('region', { name: 'Ledger' })
  await expect(ledger).toContainText('1 page: 1 read')
  await ledger.getByRole('button', { name: '1 file damaged' }).click()
  await expect(ledger.getByRole('listitem')).toHaveCount(1)
  await expect(ledger.getByRole('listitem')).toContainText('broken.pdf')
  await ledger.getByRole('button', { name: '1 file damaged' }).click()
  await expect(ledger.getByRole('listitem')).toHaveCount(0)

  await page.getByRole('button', { name: 'Failed 2' }).click()
  await expect(page.getByText('invoice-en-us-cedar-loop-studio.pdf')).toBeHidden()
  await page.getByText('broken.pdf', { exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'broken.pdf' })
  await expect(dialog).toContainText('Scan or save it again, then retry.')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()

  await page.keyboard.press('a')
  await page.keyboard.press('/')
  await page.keyboard.type('cedar')
  await expect(page.getByText('broken.pdf', { exact: true })).toBeHidden()
  await expect(page.getByText('invoice-en-us-cedar-loop-studio.pdf')).toBeVisible()
  await page.keyboard.type(' nowhere')
  await expect(page.getByText('No document fits')).toBeVisible()
})

test('problems are grouped by their reason, with what can be done', async ({ page, host }) => {
  const folder = folderOf(host, 'Grouped', ['invoice-en-us-cedar-loop-studio.pdf'])
  for (const name of ['broken.pdf', 'torn.pdf'])
    writeFileSync(join(folder, name), `%PDF-1.7\n${name}: nothing that a reader could use`)
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting')
  await readFolder(page, folder)
  await expect(page.getByText('Finished with problems')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('radio', { name: 'Problems (2)' }).press('Space')
  const groups = page.getByRole('list', { name: 'Problems' })
  const damaged = groups.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Damaged' }),
  })
  await expect(damaged).toContainText('Failed: 2 files')
  await expect(damaged).toContainText('Scan or save it again, then retry.')
  await damaged.getByRole('button', { name: 'Show files' }).click()
  await expect(damaged.getByRole('list')).toContainText('“torn.pdf” is damaged')
  await expect(groups).toContainText('Neither PDF nor image')
  for (const scheme of ['light', 'dark'] as const)
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize(size)
      await page.screenshot({
        path: join(pictures, `problems-${scheme}-${size.width}x${size.height}.png`),
      })
    }
  folderOf(host, 'Mended', ['invoice-en-ie-mossgate-software.pdf'])
  copyFileSync(
    join(host.home, 'Mended', 'invoice-en-ie-mossgate-software.pdf'),
    join(folder, 'torn.pdf'),
  )
  await damaged.getByRole('button', { name: 'Retry all that failed' }).click()
  await expect(damaged).toContainText('Failed: 1 file', { timeout: 60_000 })
})

test('a folder without documents is refused in words', async ({ page, host }) => {
  const folder = folderOf(host, 'Nothing', [])
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Choose a folder' })
  await dialog.getByRole('combobox').fill(folder)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('There are no folders and no PDFs or images here.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('There is no PDF or image')
})

test('an address that leads nowhere offers a way back', async ({ page, host }) => {
  const { origin } = new URL(host.url)
  for (const [hash, words] of [
    ['document/none', 'This document cannot be shown'],
    ['templates/none', 'This template is not here'],
    ['batch/none/field/total', 'Nothing to show'],
    ['batch/none', 'This batch cannot be shown'],
  ] as const) {
    await page.goto(`${origin}/#/${hash}`)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(words)
    await expectAccessibleInBoth(page, words)
  }
  await page.getByRole('button', { name: 'All batches' }).click()
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
})
