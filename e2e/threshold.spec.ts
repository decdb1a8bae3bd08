import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { dropFolder } from './dropFolder.ts'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const files = [
  'credit-note-en-uk-larkspur-linen.pdf',
  'invoice-en-ie-mossgate-software.pdf',
  'invoice-en-us-cedar-loop-studio.pdf',
]
const sizes = [
  [1280, 800],
  [900, 600],
] as const

test('fewer documents are looked at by keys, as forecast, and more again with undo', async ({
  page,
  host,
}) => {
  const batchId = await readFolder(page, folderOf(host, 'Fewer', files))
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 3' })).toBeVisible()
  const doubtful = async () => (await ask(page, 'batch.get', { batchId })).counts.needs_review
  const before = await doubtful()
  const { looks } = await ask(page, 'batch.forecast', { batchId })
  const least = looks[0]
  expect(least?.documents).toBeLessThan(before)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Look at fewer or more' })
  const choice = dialog.getByRole('combobox', { name: 'Look at values less sure than' })
  await expect(choice).toBeFocused()
  await expect(dialog.getByRole('status')).toHaveText(`${before} of 3 documents to look at.`)
  await expect(dialog.getByRole('button', { name: 'Look at these' })).toBeDisabled()
  await choice.selectOption(String(least?.threshold))
  await expect(dialog.getByRole('status')).toHaveText(
    `${least?.documents} of 3 documents to look at.`,
  )
  for (const scheme of ['light', 'dark'] as const)
    for (const [width, height] of sizes) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height })
      await expectAccessible(page, `the threshold in ${scheme}`)
      await page.screenshot({ path: join(pictures, `threshold-${scheme}-${width}x${height}.png`) })
    }
  await choice.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(doubtful).toBe(least?.documents)
  const notice = page.getByRole('alert').filter({ hasText: 'are looked at' })
  await expect(notice).toContainText('Values less sure than 50 % are looked at')
  await notice.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(doubtful).toBe(before)
})

test('the sheet before a start has threshold and languages, and the batch keeps them', async ({
  page,
  host,
}) => {
  await dropFolder(page, folderOf(host, 'Sure', files.slice(0, 2)))
  const sheet = page.getByRole('dialog', { name: 'Read “Sure”?' })
  await expect(sheet.getByRole('status').last()).toHaveText('Nothing was read yet.', {
    timeout: 60_000,
  })
  await expect(sheet).toContainText('of 2 documents to look at. That is a guess')
  await sheet.getByRole('combobox', { name: 'Look at values less sure than' }).selectOption('0.5')
  await expect(sheet).toContainText('Perhaps 0 of 2 documents to look at.')
  const languages = sheet.getByRole('combobox', { name: 'Languages of scans' })
  await expect(languages).toHaveAttribute('placeholder', 'Found by itself')
  for (const name of ['German', 'French']) {
    await languages.fill(name)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toContainText('German')
  await expect(sheet).toContainText('French')
  for (const scheme of ['light', 'dark'] as const)
    for (const [width, height] of sizes) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height })
      await expectAccessible(page, `the sheet in ${scheme}`)
      await sheet.getByRole('combobox', { name: 'Look at values' }).scrollIntoViewIfNeeded()
      await page.screenshot({ path: join(pictures, `choices-${scheme}-${width}x${height}.png`) })
    }
  await sheet.getByRole('textbox', { name: 'Name' }).focus()
  await page.keyboard.press('Enter')
  await untilFinished(page)
  const [batch] = await ask(page, 'batch.list', {})
  const { decisions } = await ask(page, 'batch.preflight', { batchId: batch?.id ?? '' })
  expect(decisions).toMatchObject({ threshold: 0.5, languages: ['de', 'fr'] })
})
