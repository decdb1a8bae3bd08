/** How fast pages are being read, measured while it happens. */
export interface Pace {
  countPage(at: Date): void
  /** Pages a minute over the last minute or since the start; null until there is a measure. */
  pagesPerMinute(at: Date): number | null
}

const windowMs = 60_000

export function createPace(startedAt: Date): Pace {
  let recent: number[] = []
  let all = 0
  return {
    countPage(at) {
      all++
      recent.push(at.getTime())
      recent = recent.filter((time) => at.getTime() - time <= windowMs)
    },
    pagesPerMinute(at) {
      const elapsed = at.getTime() - startedAt.getTime()
      if (all < 2 || elapsed <= 0) return null
      const inWindow = recent.filter((time) => at.getTime() - time <= windowMs).length
      // A slow page can fill the whole window: then the pace of the run is the better measure.
      const pages = inWindow < 2 ? all : inWindow
      const minutes = (inWindow < 2 ? elapsed : Math.min(elapsed, windowMs)) / 60_000
      return Math.round((pages / minutes) * 10) / 10
    },
  }
}
