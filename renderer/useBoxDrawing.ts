import { type PointerEvent, useRef, useState } from 'react'
import { type Box, boxBetween, type Point } from './boxBetween.ts'

/** Pixels that a hand trembles in a click. */
const clickSlack = 4

/**
 * Lets the mouse draw a box on a page, or point at a word, which is a box without room. A press on the place of
 * another field is that field's, unless it is drawn on from there.
 */
export function useBoxDrawing(size: Point, onBox: ((box: Box) => void) | null) {
  const [drawn, setDrawn] = useState<Box | null>(null)
  const start = useRef<{ readonly at: Point; readonly isOnField: boolean } | null>(null)

  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [((clientX - left) / width) * size[0], ((clientY - top) / height) * size[1]]
  }
  const isClick = (event: PointerEvent, from: Point) => {
    const { width } = event.currentTarget.getBoundingClientRect()
    const [x, y] = pointOf(event)
    return Math.hypot(x - from[0], y - from[1]) * (width / size[0]) < clickSlack
  }

  return {
    drawn,
    // The field keeps the keyboard, and the picture is not dragged.
    onMouseDown: (event: { preventDefault(): void }) => onBox && event.preventDefault(),
    onPointerDown(event: PointerEvent) {
      if (!onBox || event.button !== 0) return
      const isOnField =
        event.target instanceof HTMLElement && event.target.dataset.box !== undefined
      start.current = { at: pointOf(event), isOnField }
    },
    onPointerMove(event: PointerEvent) {
      if (!start.current || isClick(event, start.current.at)) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrawn(boxBetween(start.current.at, pointOf(event), size))
    },
    onPointerUp(event: PointerEvent) {
      const from = start.current
      start.current = null
      setDrawn(null)
      if (!from || !onBox) return
      const isPoint = drawn === null && isClick(event, from.at)
      if (isPoint && from.isOnField) return
      onBox(boxBetween(from.at, isPoint ? from.at : pointOf(event), size))
    },
    onPointerCancel() {
      start.current = null
      setDrawn(null)
    },
  }
}
