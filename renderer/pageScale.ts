import type { Zoom } from './stores/documentStore.ts'

/** A page point is 1/72 inch, a CSS pixel 1/96: what zoom 1 means. */
const pixelsPerPoint = 96 / 72
/** Beyond this a page that fits the width of a large screen only gets harder to take in. */
const largestFit = 1.25
const margin = 48
/** Screen pixels along the longer side beyond which the usual picture of a page (1800 px) looks soft. */
const softBeyond = 2200

/** Pixels per page point, and the zoom that this amounts to. */
export function scaleOf(zoom: Zoom, paneWidth: number, widestPage: number) {
  const fit = Math.min(largestFit, (paneWidth - margin) / widestPage / pixelsPerPoint)
  const shown = zoom === 'width' ? Math.max(0.2, fit) : zoom
  return { scale: shown * pixelsPerPoint, shown }
}

/** Whether a page of this size (pt) is shown so large that it takes the large picture. */
export const isClose = (
  size: readonly [number, number],
  scale: number,
  pixelRatio = window.devicePixelRatio,
): boolean => Math.max(...size) * scale * pixelRatio > softBeyond
