import type { Page } from 'playwright/test'

export interface KeyedReview {
  readonly documents: number
  /** Values that were looked at and accepted as they stand. */
  readonly values: number
  readonly keystrokes: number
  readonly seconds: number
}

const patience = { timeout: 30_000 }

/**
 * Reviews what waits in the batch on the screen, and exports it, as somebody would who finds everything right: by keys
 * alone, waiting for nothing but what is on the screen. Ends with the workbook in the folder that is proposed.
 */
export async function reviewByKeys(page: Page): Promise<KeyedReview> {
  const started = performance.now()
  let [documents, values, keystrokes] = [0, 0, 0]
  const press = async (key: string) => {
    keystrokes++
    await page.keyboard.press(key)
  }

  await press('v')
  await page.locator('main[data-document]').waitFor(patience)
  for (let isMore = true; isMore; ) {
    documents++
    const shownAt = await page.evaluate(() => performance.now())
    const id = await page.locator('main[data-document]').getAttribute('data-document')
    for (let left = await doubtful(page); left > 0; left = await doubtful(page)) {
      if (!(await isInDoubt(page))) await press('F8')
      await page.waitForFunction(hasDoubtfulFocus, null, patience)
      await press('Enter')
      values++
      await page.locator(standing, { hasNotText: new RegExp(`^${left} field`) }).waitFor(patience)
    }
    isMore = await page.evaluate(isAnyLeft, id)
    // Nobody has looked at a document any sooner, and Sheaf takes nothing for having been looked at.
    await page.waitForFunction((at) => performance.now() - at > 400, shownAt)
    await press('Control+Enter')
    if (isMore)
      await page.locator(`main[data-document]:not([data-document="${id}"])`).waitFor(patience)
    else await page.getByText('Approved by you').waitFor(patience)
  }

  await press('Escape')
  // Out of a field first, where it is in one.
  if (!(await page.getByRole('grid').isVisible())) await press('Escape')
  await page.getByRole('grid', { name: 'Documents' }).waitFor(patience)
  await press('e')
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'File name' })
  await name.waitFor(patience)
  await page
    .getByRole('dialog')
    .getByText(/^Into /)
    .waitFor(patience)
  await press('Enter')
  await page.getByText(/ is ready/).waitFor(patience)
  return { documents, values, keystrokes, seconds: (performance.now() - started) / 1000 }
}

/** Where it says how many fields are to be looked at. */
const standing = '[data-review-state]'
async function doubtful(page: Page): Promise<number> {
  const words = await page.locator(standing).textContent()
  return Number(/^(\d+) fields? to look at/.exec(words ?? '')?.[1] ?? 0)
}
const isInDoubt = (page: Page) => page.evaluate(hasDoubtfulFocus)

/** These run in the page. */
function hasDoubtfulFocus(): boolean {
  return document.activeElement?.matches('[data-fields] [data-review]') ?? false
}

async function isAnyLeft(documentId: string | null): Promise<boolean> {
  const body = JSON.stringify({ name: 'document.get', input: { documentId } })
  const headers = { 'content-type': 'application/json' }
  const answer = await (await fetch('/call', { method: 'POST', headers, body })).json()
  return answer.value.nextToReviewId !== null
}
