/** The page across the upper third of what is in sight. */
export function pageInSight(scroller: HTMLElement): number | null {
  const line = scroller.scrollTop + scroller.clientHeight / 3
  const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  const page = pages.findLast((sheet) => sheet.offsetTop <= line) ?? pages[0]
  return page ? Number(page.dataset.page) : null
}

export function scrollToPage(scroller: HTMLElement | null, page: number): void {
  const sheet = scroller?.querySelector<HTMLElement>(`[data-page="${page}"]`)
  if (sheet) scroller?.scrollTo({ top: sheet.offsetTop - 16 })
}

export function stepPage(scroller: HTMLElement | null, step: 1 | -1): void {
  const at = scroller && pageInSight(scroller)
  if (at) scrollToPage(scroller, at + step)
}

/** The zoom that the first page is drawn at, 1 being its printed size. */
export function zoomOnScreen(scroller: HTMLElement | null): number {
  return Number(scroller?.dataset.zoom ?? 1)
}
