import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropFolder } from './dropFolder.ts'
import { ask, expect, folderOf, looks, test, untilFinished } from './withHost.ts'

const odd = join(import.meta.dirname, '..', 'resources', 'samples-odd')
const pictures = join(import.meta.dirname, '..', 'screenshots')
/** Every file was looked into: a moment, and much longer where others use the processor. */
const looked = { timeout: 60_000 }
const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const harbour = 'invoice-en-uk-harbour-and-finch.pdf'

/** A folder as they are in life: two invoices, one of them twice, and files that cannot be read. */
function mixedFolder(host: Parameters<typeof folderOf>[0], name: string): string {
  const folder = folderOf(host, name, [cedar, harbour, 'receipt-de-baeckerei-morgenhall.jpg'])
  copyFileSync(join(folder, cedar), join(folder, 'same invoice.pdf'))
  for (const file of ['locked.pdf', 'truncated.pdf', 'empty.pdf', 'notes.txt'])
    copyFileSync(join(odd, file), join(folder, file))
  return folder
}

test('a dropped folder says what will not be read and why, and Enter starts it', async ({
  page,
  host,
}) => {
  await dropFolder(page, mixedFolder(host, 'Mixed'))
  const sheet = page.getByRole('dialog', { name: 'Read “Mixed”?' })
  await expect(sheet.getByRole('status').last()).toHaveText('Nothing was read yet.', looked)
  await expect(sheet.getByRole('region', { name: 'What would be read' })).toContainText(
    '3files to read3pages',
  )
  await expect(sheet).toContainText('2 pages with text inside, 1 page to read from the picture')
  await expect(sheet).toContainText('That is a guess')
  await expect(sheet).toContainText('1 file needs a password.')
  const problems = sheet.getByRole('region', { name: 'Will not be read' })
  for (const [sentence, name] of [
    ['1 file is damaged and cannot be opened.', 'truncated.pdf'],
    ['1 file is locked with a password.', 'locked.pdf'],
    ['1 file is empty (0 bytes).', 'empty.pdf'],
    ['1 file is no PDF and no image that Sheaf reads.', 'notes.txt'],
  ] as const) {
    await expect(problems).toContainText(sentence)
    await expect(problems.getByText(name, { exact: true })).toBeVisible()
  }
  const seen = sheet.getByRole('region', { name: 'Seen before' })
  await expect(seen).toContainText(
    `same invoice.pdf The same as “${cedar}”, byte for byte; it is left out.`,
  )
  await sheet.getByRole('checkbox', { name: 'Leave the duplicate out' }).uncheck()
  await expect(sheet).toContainText('4files to read')
  await sheet.getByRole('checkbox', { name: 'Leave the duplicate out' }).check()
  await expect(sheet).toContainText('3files to read')

  await sheet.getByRole('textbox', { name: 'Name' }).fill('May, all of it')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'May, all of it' })).toBeVisible()
  await untilFinished(page)
  await expect(page.getByText('was left out as you asked')).toBeVisible()
  const [batch] = await ask(page, 'batch.list', {})
  expect(batch).toMatchObject({ name: 'May, all of it', pagesDone: 3 })
  expect(batch?.counts).toMatchObject({ failed: 3, skipped: 2 })
})

test('Enter starts at once, without looking anywhere', async ({ page, host }) => {
  await dropFolder(page, folderOf(host, 'Two', [cedar, harbour]))
  await expect(page.getByRole('dialog', { name: 'Read “Two”?' })).toContainText('2pages', looked)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Two' })).toBeVisible()
  await untilFinished(page)
})

test('Escape discards it, and nothing of it is left', async ({ page, host }) => {
  await dropFolder(page, mixedFolder(host, 'Mixed'))
  const sheet = page.getByRole('dialog', { name: 'Read “Mixed”?' })
  await expect(sheet.getByRole('status').last()).toHaveText('Nothing was read yet.', looked)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Drop a folder of documents here' })).toBeVisible()
  expect(await ask(page, 'batch.list', {})).toEqual([])
})

test('what cannot succeed says so and does not start', async ({ page, host }) => {
  const folder = folderOf(host, 'Hopeless', [])
  for (const name of ['a.pdf', 'b.pdf']) writeFileSync(join(folder, name), '')
  await dropFolder(page, folder)
  const sheet = page.getByRole('dialog', { name: 'Read “Hopeless”?' })
  await expect(sheet.getByRole('alert')).toContainText('None of the 2 files can be read', looked)
  await expect(sheet.getByRole('button', { name: 'Start reading' })).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(sheet).toBeVisible()
  expect(await ask(page, 'batch.list', {})).toMatchObject([{ lifecycle: 'draft' }])
})

test('results are written where the draft says, and a wrong place is refused before', async ({
  page,
  host,
}) => {
  await dropFolder(page, folderOf(host, 'Two', [cedar, harbour]))
  const sheet = page.getByRole('dialog', { name: 'Read “Two”?' })
  const output = sheet.getByRole('textbox', { name: 'Write the results to' })
  await output.fill(join(host.home, 'nowhere', 'two.xlsx'))
  await expect(sheet.getByRole('alert')).toContainText('cannot be written')
  await output.fill(join(host.home, 'two.xlsx'))
  await expect(sheet.getByRole('alert')).toBeHidden()
  await page.keyboard.press('Enter')
  await untilFinished(page)
  expect(existsSync(join(host.home, 'two.xlsx'))).toBe(true)
})

test('a draft is still there after a reload, and a locked file is opened before the start', async ({
  page,
  host,
}) => {
  await dropFolder(page, mixedFolder(host, 'Mixed'))
  await expect(page.getByRole('dialog', { name: 'Read “Mixed”?' })).toContainText(
    '3files to read',
    looked,
  )
  await page.reload()
  const sheet = page.getByRole('dialog', { name: 'Read “Mixed”?' })
  await expect(sheet).toContainText('3files to read')
  await sheet.getByLabel('Password', { exact: true }).fill('wrong')
  await page.keyboard.press('Enter')
  await expect(sheet).toContainText('That one opens none of them.')
  await expect(sheet).toBeVisible()
})

test('the sheet in light and dark, large and small', looks, async ({ page, host }) => {
  await dropFolder(page, mixedFolder(host, 'Mixed'))
  const sheet = page.getByRole('dialog', { name: 'Read “Mixed”?' })
  await expect(sheet.getByRole('status').last()).toHaveText('Nothing was read yet.', looked)
  for (const scheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height })
      await expect(sheet.getByRole('button', { name: 'Start reading' })).toBeInViewport({
        ratio: 1,
      })
      await page.screenshot({ path: join(pictures, `preflight-${scheme}-${width}x${height}.png`) })
    }
})
