import type { Page } from 'playwright/test'
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
