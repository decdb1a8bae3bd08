import { expect, type Page } from 'playwright/test'

/** No view of ours has more stops. */
const atMost = 90

interface Stop {
  readonly words: string
  readonly isInSight: boolean
  readonly hasFocusStyle: boolean
}

/**
 * Presses Tab until the keyboard has been everywhere in the view, and expects of every stop that it is in sight, looks
 * other than without the keyboard, and has a name. Gives how many stops there were.
 */
export async function tabThrough(page: Page, view: string): Promise<number> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    for (const old of document.querySelectorAll('[data-been]')) old.removeAttribute('data-been')
  })
  for (let stops = 0; stops < atMost; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtFocus)
    if (stop === null) return stops
    const what = `${view}, stop ${stops + 1}: ${stop.words}`
    expect.soft(stop.isInSight, `${what} is in sight`).toBe(true)
    expect.soft(stop.hasFocusStyle, `${what} shows that it has the keyboard`).toBe(true)
    await expect.soft(page.locator(':focus'), `${what} has a name`).toHaveAccessibleName(/\S/)
  }
  throw new Error(`${view} has more than ${atMost} stops, or the keyboard is caught in it`)
}

/** null: the keyboard left the page, or was here before. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  if (element.hasAttribute('data-been')) return null
  element.setAttribute('data-been', '')
  const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
  const words = `${element.tagName.toLowerCase()} “${label.trim().slice(0, 40)}”`
  // A switch or a radio is drawn by what stands beside it.
  const around: Element[] = [element]
  for (const beside of element.parentElement?.children ?? []) around.push(beside)
  for (let up = element.parentElement; up && around.length < 40; up = up.parentElement)
    around.push(up)
  const looks = () =>
    around.map((one) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one)
      return [outline, boxShadow, borderColor, backgroundColor].join()
    })
  const focused = looks()
  const seen = around
    .slice(0, 1 + (element.parentElement?.children.length ?? 0))
    .map((one) => one.getBoundingClientRect())
  const isInSight = seen.some(
    ({ top, bottom, left, right, width, height }) =>
      width > 1 &&
      height > 1 &&
      bottom > 0 &&
      right > 0 &&
      top < window.innerHeight &&
      left < window.innerWidth,
  )
  element.blur()
  const plain = looks()
  element.focus()
  return { words, isInSight, hasFocusStyle: focused.some((look, i) => look !== plain[i]) }
}
