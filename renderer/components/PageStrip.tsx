import { IconAlertTriangle } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { DocumentView } from '../../electron/views.ts'
import classes from './PageStrip.module.css'

interface PageStripProps {
  readonly pages: DocumentView['pages']
  readonly current: number
  /** Address of the small picture of a page. */
  readonly srcOf: (imageId: string) => string
  readonly onShow: (page: number) => void
}

const imageWidth = 60
/** A page's number below its picture, and the room to the next one. */
const belowImage = 30

/** Small pages to jump between, for a document with more than one; of hundreds, those in sight. */
export function PageStrip({ pages, current, srcOf, onShow }: PageStripProps) {
  const scroller = useRef<HTMLElement>(null)
  const at = pages.findIndex(({ number }) => number === current)
  const virtualizer = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const [width, height] = pages[index]?.size ?? [1, 1]
      return Math.round((imageWidth * height) / width) + belowImage
    },
    overscan: 3,
    paddingStart: 14,
    scrollPaddingStart: 14,
  })
  // Another document, or a page that was turned, has other heights.
  useEffect(() => virtualizer.measure(), [pages])
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at)
  }, [at])
  return (
    <nav ref={scroller} aria-label="Pages" className={classes.strip}>
      <div className={classes.inner} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const page = pages[index]
          if (!page) return null
          const { number, imageId, size, error } = page
          return (
            <button
              key={imageId}
              type="button"
              tabIndex={-1}
              className={classes.page}
              style={{ transform: `translateY(${start}px)` }}
              aria-label={`Page ${number}${error ? ', not read' : ''}`}
              aria-current={number === current ? 'page' : undefined}
              onClick={() => onShow(number)}
            >
              <img
                src={srcOf(imageId)}
                alt=""
                loading="lazy"
                decoding="async"
                draggable={false}
                onError={(event) => event.currentTarget.removeAttribute('src')}
                className={classes.image}
                style={{ aspectRatio: `${size[0]} / ${size[1]}` }}
              />
              <span className={classes.number}>
                {error && <IconAlertTriangle size={12} stroke={2.2} aria-hidden />}
                {number}
              </span>
            </button>
          )
        })}
      </div>
    </nav>
  )
}
