/** The page across the upper third of what is in sight. */
export function pageInSight(scroller: HTMLElement): number | null {
  const sheets = sheetsIn(scroller)
  const at = Math.max(0, lastAbove(sheets, scroller.scrollTop + scroller.clientHeight / 3))
  const page = sheets[at]
  return page ? Number(page.dataset.page) : null
}

/** The first and the last position of pages that are in sight, or will be after a turn of the wheel. */
export function pagesNear(scroller: HTMLElement): readonly [first: number, last: number] {
  const { scrollTop, clientHeight } = scroller
  const sheets = sheetsIn(scroller)
  return [
    Math.max(0, lastAbove(sheets, scrollTop - clientHeight / 2)),
    Math.max(0, lastAbove(sheets, scrollTop + clientHeight * 1.75)),
  ]
}

export function scrollToPage(scroller: HTMLElement | null, page: number): void {
  const sheet = scroller?.querySelector<HTMLElement>(`[data-page="${page}"]`)
  if (sheet) scroller?.scrollTo({ top: sheet.offsetTop - 16 })
}

export function stepPage(scroller: HTMLElement | null, step: 1 | -1): void {
  const sheets = scroller ? sheetsIn(scroller) : []
  const at = scroller && pageInSight(scroller)
  const next = sheets[sheets.findIndex(({ dataset }) => Number(dataset.page) === at) + step]
  if (next) scrollToPage(scroller, Number(next.dataset.page))
}

/** The zoom that the first page is drawn at, 1 being its printed size. */
export function zoomOnScreen(scroller: HTMLElement | null): number {
  return Number(scroller?.dataset.zoom ?? 1)
}

function sheetsIn(scroller: HTMLElement): readonly HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
}

/** Pages lie one below the other: position of the last that begins at or above a line, -1 if none does. */
function lastAbove(sheets: readonly HTMLElement[], line: number): number {
  let [least, most] = [-1, sheets.length - 1]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if ((sheets[middle]?.offsetTop ?? 0) <= line) least = middle
    else most = middle - 1
  }
  return least
}
