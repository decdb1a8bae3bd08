import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const file = 'invoice-en-us-cedar-loop-studio.pdf'

test('progress is told in a live region, and no more than a dozen times a batch', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    const told: number[] = []
    Object.assign(window, { told })
    let last = ''
    new MutationObserver(() => {
      const words = document.querySelector('[aria-label="Progress"] [aria-live="polite"]')
      const now = words?.textContent ?? ''
      if (now === last) return
      last = now
      told.push(performance.now())
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.reload()
  await readFolder(
    page,
    folderOf(host, 'Live', [
      'credit-note-en-uk-larkspur-linen.pdf',
      'invoice-de-elektro-funkenfeder-two-pages.pdf',
      'invoice-en-ie-mossgate-software.pdf',
      file,
      'receipt-en-us-bluebird-diner.webp',
    ]),
  )
  await untilFinished(page)
  const region = page.getByRole('region', { name: 'Progress' }).getByRole('status')
  await expect(region).toHaveText(/Finished in /)
  const told = await page.evaluate(() => (window as unknown as { told: number[] }).told)
  const seconds = ((told.at(-1) ?? 0) - (told[0] ?? 0)) / 1000
  // Ten percent each and a turn or two: eleven steps, however long the batch.
  expect(told.length).toBeGreaterThan(0)
  expect(told.length, `${told.length} times in ${seconds} s`).toBeLessThanOrEqual(14)
})

test('at 200 % nothing is lost to the side, and what moves stands still where that is asked for', async ({
  page,
  host,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { origin } = new URL(page.url())
  const batchId = await readFolder(page, folderOf(host, 'Large', [file]))
  await untilFinished(page)
  await page.getByText(file).click()
  await expect(page.getByRole('textbox', { name: 'Invoice number' })).toBeVisible()
  const documentHash = new URL(page.url()).hash
  await page.setViewportSize({ width: 640, height: 400 })
  for (const hash of [
    '#/',
    '#/settings',
    '#/upkeep',
    '#/templates',
    '#/templates/invoice',
    `#/batch/${batchId}`,
    documentHash,
  ]) {
    await page.goto(`${origin}/${hash}`)
    await expect(page.getByRole('main').first()).toBeVisible()
    const lost = await page.evaluate(() => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>('button, a, input, [tabindex="0"]'),
      ]
      return controls
        .filter((control) => control.checkVisibility() && control.tabIndex >= 0)
        .filter((control) => {
          control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
          const { left, right, width } = control.getBoundingClientRect()
          return (
            width > 0 && width < window.innerWidth && (left < -1 || right > window.innerWidth + 1)
          )
        })
        .map((control) => control.getAttribute('aria-label') ?? control.textContent)
    })
    expect(lost, `${hash} at 200 %`).toEqual([])
    const gliding = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0)
        .map((element) => element.className),
    )
    expect(gliding, `${hash} with reduced motion`).toEqual([])
  }
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getTiming().duration) > 10)
      .map((animation) => (animation as CSSAnimation).animationName),
  )
  expect(moving).toEqual([])
})
