import { VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PagePlace } from '../arrangePages.ts'
import classes from './PageList.module.css'

type Side = 'before' | 'after'

interface PageListProps {
  readonly places: readonly PagePlace[]
  /** What each document is called. */
  readonly titles: readonly string[]
  readonly current: number
  readonly srcOf: (page: number) => string
  /** By so many pages down, or up. */
  readonly onMove: (step: number) => void
  readonly onChoose: (page: number) => void
  /** A page was dragged beside another one. */
  readonly onDrop: (page: number, other: number, side: Side) => void
}

const rowHeight = 76
const titleHeight = 30
const steps: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
}

/** Pages as a list, each under its document; of hundreds only those in sight are in the page. */
export function PageList(props: PageListProps) {
  const { places, titles, current, srcOf, onMove, onChoose, onDrop } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<{ page: number; side: Side } | null>(null)
  const dragged = useRef<number | null>(null)
  const at = places.findIndex(({ page }) => page === current)
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (places[index]?.at === 0 ? titleHeight : 0),
    overscan: 4,
  })
  // Where documents begin decides how high a row is.
  useEffect(() => virtualizer.measure(), [places])
  useEffect(() => virtualizer.scrollToIndex(at), [at])
  // It comes after its dialog, which has looked for the one to focus by then.
  useEffect(() => scroller.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onMove(step)
  }
  const onDragOver = (event: DragEvent<HTMLElement>, page: number) => {
    if (dragged.current === null) return
    event.preventDefault()
    const side = sideOf(event)
    if (target?.page !== page || target.side !== side) setTarget({ page, side })
  }
  const drop = (place: { page: number; side: Side } | null) => {
    if (dragged.current !== null && place) onDrop(dragged.current, place.page, place.side)
    dragged.current = null
    setTarget(null)
  }

  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      data-autofocus
      aria-label="Pages"
      aria-activedescendant={`page-${current}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtualizer.getTotalSize() }} className={classes.inner}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const place = places[index]
          if (!place) return null
          const { page, document } = place
          const title = document === null ? 'Left out' : titles[document]
          return (
            <div
              key={page}
              className={classes.place}
              style={{ transform: `translateY(${start}px)` }}
              role="presentation"
            >
              {place.at === 0 && (
                <p className={classes.title} aria-hidden>
                  {title}
                </p>
              )}
              <div
                id={`page-${page}`}
                role="option"
                tabIndex={-1}
                className={classes.page}
                aria-selected={page === current}
                aria-posinset={index + 1}
                aria-setsize={places.length}
                data-left-out={document === null || undefined}
                data-drop={target?.page === page ? target.side : undefined}
                draggable
                onMouseDown={() => scroller.current?.focus()}
                onClick={() => onChoose(page)}
                onKeyDown={() => {}}
                onDragStart={() => {
                  dragged.current = page
                }}
                onDragOver={(event) => onDragOver(event, page)}
                onDragEnd={() => drop(target)}
                onDrop={(event) => {
                  event.preventDefault()
                  // What the last move led to may not be drawn yet.
                  drop({ page, side: sideOf(event) })
                }}
              >
                <img
                  src={srcOf(page)}
                  alt=""
                  loading="lazy"
                  decoding="async"
                  draggable={false}
                  className={classes.image}
                />
                <span className={classes.words}>
                  Page {page}
                  <VisuallyHidden>{title}</VisuallyHidden>
                  <small>
                    {place.at + 1} of {place.of}
                  </small>
                </span>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function sideOf(event: DragEvent<HTMLElement>): Side {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'before' : 'after'
}
