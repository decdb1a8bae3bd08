import type { Zoom } from './stores/documentStore.ts'

/** A page point is 1/72 inch, a CSS pixel 1/96: what zoom 1 means. */
const pixelsPerPoint = 96 / 72
/** Beyond this a page that fits the width of a large screen only gets harder to take in. */
const largestFit = 1.25
const margin = 48

/** Pixels per page point, and the zoom that this amounts to. */
export function scaleOf(zoom: Zoom, paneWidth: number, widestPage: number) {
  const fit = Math.min(largestFit, (paneWidth - margin) / widestPage / pixelsPerPoint)
  const shown = zoom === 'width' ? Math.max(0.2, fit) : zoom
  return { scale: shown * pixelsPerPoint, shown }
}
