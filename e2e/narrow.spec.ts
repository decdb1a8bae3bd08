import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessibleInBoth } from './axe.ts'
import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const file = 'invoice-en-us-cedar-loop-studio.pdf'
const sizes = [
  { width: 900, height: 600 },
  // What is left of 1280 × 800 at 200 %.
  { width: 640, height: 400 },
] as const

/** What of the review cannot be brought into sight. */
const outOfReach = (page: Page) =>
  page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('main :is(button, input, textarea, [data-page])'),
    ]
    return controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        const { top, bottom, left } = control.getBoundingClientRect()
        return bottom <= 0 || top >= window.innerHeight || left >= window.innerWidth
      })
      .map((control) => control.getAttribute('aria-label') ?? control.textContent)
  })

test('in a narrow window the page stands above its fields, and all of it can be reached', async ({
  page,
  host,
}) => {
  await readFolder(page, folderOf(host, 'Narrow', [file]))
  await untilFinished(page)
  await page.getByRole('row', { name: file }).click()
  const picture = page.getByRole('img', { name: 'Page 1', exact: true })
  const field = page.getByRole('textbox', { name: 'Invoice date', exact: true })
  await expect(picture).toBeVisible()
  const places = async () => {
    const [above, below] = [
      await page.getByRole('region', { name: 'Pages of the document' }).boundingBox(),
      await page.getByRole('region', { name: 'Fields' }).boundingBox(),
    ]
    if (!above || !below) throw new Error('no pages or no fields')
    return { above, below }
  }
  const beside = await places()
  expect(beside.above.x + beside.above.width).toBeLessThanOrEqual(beside.below.x)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(picture).toBeVisible()
    await expect
      .poll(async () => {
        const { above, below } = await places()
        return above.y + above.height <= below.y
      })
      .toBe(true)
    await page.keyboard.press('F8')
    await page.keyboard.press('Shift+F8')
    await expect(field).toBeInViewport()
    expect(await outOfReach(page), `at ${size.width} × ${size.height}`).toEqual([])
  }
})

test('how much room the page takes is remembered, for each of the two ways', async ({
  page,
  host,
}) => {
  await readFolder(page, folderOf(host, 'Split', [file]))
  await untilFinished(page)
  await page.getByRole('row', { name: file }).click()
  const handle = page.getByRole('separator')
  const share = async () => Number(await handle.getAttribute('aria-valuenow'))
  await expect(handle).toBeVisible()
  const usual = await share()
  await handle.focus()
  const kept = page.waitForResponse(
    (response) => response.request().postData()?.includes('settings.set') ?? false,
  )
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(share).toBeLessThan(usual - 5)
  const chosen = await share()
  await kept
  await page.reload()
  await expect(handle).toBeVisible()
  await expect.poll(share).toBe(chosen)
  await page.setViewportSize({ width: 900, height: 600 })
  await expect.poll(share).not.toBe(chosen)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(share).toBe(chosen)
})

test('at 200 % a batch keeps its name and its table, also with files that could not be read', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'Quarterly invoices', [file])
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\nnothing that a reader could use')
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting')
  await readFolder(page, folder)
  await untilFinished(page)
  await page.setViewportSize({ width: 640, height: 400 })
  const name = page.getByRole('heading', { name: 'Quarterly invoices', level: 1 })
  await expect(name).toBeInViewport({ ratio: 1 })
  expect(await name.evaluate((title) => title.scrollWidth <= title.clientWidth)).toBe(true)
  const row = page.getByRole('row', { name: file })
  await row.scrollIntoViewIfNeeded()
  await expect(row).toBeInViewport({ ratio: 1 })
  // Its own name is legible, not a letter and dots.
  const shown = await row.getByText(file).boundingBox()
  expect(shown?.width ?? 0).toBeGreaterThan(120)
})

test('beside a document the parts of Sheaf are folded into one button', async ({ page, host }) => {
  await readFolder(page, folderOf(host, 'Folded', [file]))
  await untilFinished(page)
  await page.getByRole('row', { name: file }).click()
  await expect(page.getByRole('textbox', { name: 'Invoice date', exact: true })).toBeFocused()
  const parts = page.getByRole('button', { name: 'Parts of Sheaf' })
  await expect(parts).toBeHidden()
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(parts).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('link', { name: 'Sheaf, all batches' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'More for this document' }).press('Enter')
  const last = page.getByRole('menuitem', { name: /^Reject with a reason/ })
  await last.focus()
  await expect(last).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(last).toBeHidden()
  await parts.press('Enter')
  await expectAccessibleInBoth(page, 'the parts of Sheaf in a menu')
  await page.getByRole('menuitem', { name: /^Settings/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})
