import type { Page } from 'playwright'

/** Opens the table of a batch and marks what is scrolled. */
export async function openTable(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-documents] tbody tr').first().waitFor()
  await page.waitForTimeout(1000)
  await page.evaluate(() =>
    document.querySelector('[data-documents]')?.parentElement?.setAttribute('id', 'scrolled'),
  )
}

/** The least that a list of so many rows can do: thirty lines of plain text, filled anew at each step. */
export async function openPlainList(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.setContent(
    '<div id="scrolled" style="height:600px;overflow:auto"><div style="position:relative;height:880000px"></div></div>',
  )
  await page.evaluate(() => {
    const scroller = document.querySelector<HTMLElement>('#scrolled')
    const list = scroller?.firstElementChild
    if (!scroller || !list) return
    const rows = Array.from({ length: 30 }, () => {
      const row = document.createElement('div')
      row.style.cssText = 'position:absolute;inset:0 0 auto;height:44px;display:flex;gap:12px'
      for (let i = 0; i < 9; i++) row.append(document.createElement('span'))
      list.append(row)
      return row
    })
    const fill = () => {
      const first = Math.floor(scroller.scrollTop / 44)
      for (const [i, row] of rows.entries()) {
        row.style.transform = `translateY(${(first + i) * 44}px)`
        for (const cell of row.children) cell.textContent = `Row ${first + i}`
      }
    }
    scroller.addEventListener('scroll', fill)
    fill()
  })
}

export interface Scrolled {
  /** Times between frames, in ms. */
  readonly frames: readonly number[]
  /** What the page's own thread did for each of them, in ms. */
  readonly work: number
}

/** What is measured while a list is scrolled from its top to its end in three seconds. */
export async function scrolled(page: Page): Promise<Scrolled> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await worked()
  const frames = await page.evaluate(async () => {
    const scroller = document.querySelector('#scrolled')
    if (!scroller) return []
    const height = scroller.scrollHeight - scroller.clientHeight
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const taken: number[] = []
    const start = await frame()
    for (let last = start; last - start < 3000; ) {
      scroller.scrollTop = (height * (last - start)) / 3000
      const now = await frame()
      taken.push(now - last)
      last = now
    }
    return taken
  })
  const work = ((await worked()) - before) / frames.length
  await browser.detach()
  return { frames, work }
}
