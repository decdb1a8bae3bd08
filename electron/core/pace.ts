/** How fast pages are being read, measured while it happens. */
export interface Pace {
  /** Pages read since the start. */
  readonly pages: () => number
  countPage(at: Date): void
  /** Pages a minute, over the last three minutes or since the start; null until there is a measure. */
  pagesPerMinute(at: Date): number | null
}

// Long enough that a run of quick text layers before slow scans does not make the estimate leap.
const windowSeconds = 180

export function createPace(startedAt: Date): Pace {
  // Pages by the second in which they were read: some 180 numbers, however many pages.
  const bySecond = new Map<number, number>()
  let all = 0

  return {
    pages: () => all,
    countPage(at) {
      const second = secondOf(at)
      all++
      bySecond.set(second, (bySecond.get(second) ?? 0) + 1)
      for (const old of bySecond.keys()) if (second - old >= windowSeconds) bySecond.delete(old)
    },
    pagesPerMinute(at) {
      const elapsed = (at.getTime() - startedAt.getTime()) / 1000
      if (all < 2 || elapsed <= 0) return null
      let recent = 0
      for (const [second, pages] of bySecond)
        if (secondOf(at) - second < windowSeconds) recent += pages
      // A slow page can fill the whole window: then the whole run is the better measure.
      const pagesPerSecond = recent < 2 ? all / elapsed : recent / Math.min(elapsed, windowSeconds)
      return Math.round(pagesPerSecond * 600) / 10
    },
  }
}

function secondOf(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
