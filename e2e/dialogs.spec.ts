import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { dropFolder } from './dropFolder.ts'
import { ask, expect, folderOf, looks, readFolder, test, untilFinished } from './withHost.ts'
import { writeLocked } from './writeLocked.ts'

const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const pictures = join(import.meta.dirname, '..', 'screenshots')
const sizes = [
  { width: 1920, height: 1080 },
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
] as const

test.describe.configure({ timeout: 300_000 })
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

/** Asks axe and takes pictures, in light and in dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await expectAccessible(page, `${name}, ${colorScheme}`)
    for (const size of sizes) {
      await page.setViewportSize(size)
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
      expect.soft(fits, `${name} fits ${size.width} px`).toBe(true)
      const file = `${name.replaceAll(' ', '-')}-${colorScheme}-${size.width}x${size.height}.png`
      await page.screenshot({ path: join(pictures, file) })
    }
  }
}

async function opened(page: Page, name: string) {
  await expect(page.getByRole('dialog', { name })).toBeVisible()
}

async function closed(page: Page) {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a batch that is read, and the question before it is cancelled', looks, async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Try it with samples' })).toBeEnabled()
  await page.keyboard.press('s')
  const progress = page.getByRole('region', { name: 'Progress' })
  await expect(progress.getByRole('progressbar', { name: 'Pages read' })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await look(page, 'running batch')
  await page.keyboard.press('c')
  await opened(page, 'Cancel this batch?')
  await look(page, 'cancel dialog')
  await page.getByRole('button', { name: 'Cancel the batch' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(progress).toContainText(/Cancelled after /)
  await expect(progress).not.toContainText('100 %')
  await look(page, 'cancelled batch')
})

test(
  'exporting, postponing to a day, and a document whose password was forgotten',
  looks,
  async ({ page, host }) => {
    const folder = folderOf(host, 'Asked', [cedar])
    await writeLocked(join(folder, 'locked.pdf'), 'hase')
    await ask(page, 'app.passwords', { add: 'hase' })
    const batchId = await readFolder(page, folder)
    await untilFinished(page)
    await ask(page, 'app.passwords', { forget: true })
    await page.keyboard.press('e')
    await opened(page, 'Export to Excel')
    await expect(page.getByRole('dialog').getByText(/^Into /)).toBeVisible()
    await look(page, 'save dialog')
    await closed(page)

    await page.getByRole('row', { name: cedar }).click()
    await expect(page.getByRole('textbox', { name: 'Invoice date', exact: true })).toBeFocused()
    await page.keyboard.press('Alt+Shift+p')
    await opened(page, 'Postpone this document')
    const until = page.getByLabel('Until')
    await expect(until).toBeFocused()
    await look(page, 'postpone dialog')
    await until.fill('2020-01-01')
    await expect(page.getByText('Choose a later day than today.')).toBeVisible()
    await page.getByRole('button', { name: 'Next Monday' }).press('Enter')
    const chosen = await until.inputValue()
    await until.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const { rows } = await ask(page, 'batch.documents', { batchId })
    const idOf = (name: string) => rows.find(({ filename }) => filename === name)?.documentId ?? ''
    const { postponed } = await ask(page, 'document.get', { documentId: idOf(cedar) })
    expect(new Date(postponed?.until ?? 0).getTime()).toBe(new Date(`${chosen}T00:00`).getTime())

    await page.goto(`${new URL(page.url()).origin}/#/document/${idOf('locked.pdf')}`)
    await expect(page).toHaveTitle(/^locked\.pdf/)
    await page.keyboard.press('Alt+r')
    await page.getByRole('menuitem', { name: 'With OCR, language found by itself' }).press('Enter')
    await opened(page, 'This file is locked')
    await look(page, 'password dialog')
    await closed(page)
  },
)

test('home and what is asked before the start', looks, async ({ page, host }) => {
  await look(page, 'empty home')
  const dropped = folderOf(host, 'Dropped', [cedar])
  // With a file that cannot be read it is asked what to do.
  writeFileSync(join(dropped, 'minutes.txt'), 'Minutes of the meeting')
  await dropFolder(page, dropped)
  await opened(page, 'Read “Dropped”?')
  await expect(page.getByRole('dialog').getByRole('status').last()).toHaveText(
    'Nothing was read yet.',
    { timeout: 60_000 },
  )
  await look(page, 'before the start')
})

test('every view that has an address', looks, async ({ page, host }) => {
  const { origin } = new URL(page.url())
  const second = 'invoice-de-elektro-funkenfeder-two-pages.pdf'
  const folder = folderOf(host, 'March invoices', [cedar, second])
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  await look(page, 'batch')
  await page.getByRole('row', { name: second }).click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  await look(page, 'document of two pages')
  const views = [
    ['#/', 'home', page.getByRole('link', { name: /^March invoices/ })],
    ['#/settings', 'settings', page.getByRole('heading', { name: 'Settings' })],
    ['#/upkeep', 'upkeep', page.getByRole('heading').first()],
    ['#/templates', 'templates', page.getByRole('list', { name: 'Templates' })],
    ['#/templates/invoice', 'template editor', page.getByRole('region', { name: 'Draft' })],
    [
      `#/batch/${batchId}/field/issue_date`,
      'one field at a time',
      page.getByRole('textbox', { name: /^Invoice date of/ }).first(),
    ],
  ] as const
  for (const [hash, name, sight] of views) {
    await page.goto(`${origin}/${hash}`)
    await expect(sight).toBeVisible()
    await look(page, name)
  }
})
