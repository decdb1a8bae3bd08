import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '../../electron/contract.ts'
import type { DocumentView, FieldView } from '../../electron/views.ts'
import type { Box } from '../boxBetween.ts'
import { fieldsInOrder } from '../fieldOrder.ts'
import type { Hit } from '../findWords.ts'
import { isClose, scaleOf } from '../pageScale.ts'
import { pageInSight, pagesNear, scrollToPage } from '../pageScroll.ts'
import type { Zoom } from '../stores/documentStore.ts'
import { PageSheet } from './PageSheet.tsx'
import { PageStrip } from './PageStrip.tsx'
import classes from './PagesPane.module.css'
import { PageTools } from './PageTools.tsx'
import type { ReadingHands } from './ReadingMenu.tsx'

/** The same one each time, so that a page without any is not drawn anew. */
const none: readonly never[] = []
/** Positions of pages that are filled before it is known how many are in sight. */
const atFirst = [0, 1] as const

interface PagesPaneProps {
  readonly view: DocumentView
  readonly focusId: number | null
  readonly page: number
  readonly zoom: Zoom
  readonly languages: Output<'app.state'>['languages']
  readonly reading: ReadingHands
  readonly srcOf: (imageId: string) => string
  /** Address of the small picture of a page. */
  readonly thumbOf: (imageId: string) => string
  /** Address of the picture of a page that is looked at closely. */
  readonly closeOf: (imageId: string) => string
  readonly onPage: (page: number) => void
  readonly onZoom: (step: 1 | -1, current: number) => void
  readonly onFit: () => void
  readonly onPick: (field: FieldView) => void
  /** The words in a box of a page are to become the value of the field in focus. */
  readonly onFill: (page: number, box: Box) => void
  /** Words that begin as what is being typed, and the one that would be taken. */
  readonly hits: readonly Hit[]
  readonly chosenHit: Hit | null
}

/** The pages of a document, one below the other, with where values were seen. */
export function PagesPane(props: PagesPaneProps) {
  const { view, focusId, page, zoom, languages, reading, srcOf, thumbOf, onPage, onZoom, onFit } =
    props
  const { closeOf, onPick, onFill, hits, chosenHit } = props
  const { ref: sizeRef, width } = useElementSize<HTMLElement>()
  const scroller = useRef<HTMLElement>(null)
  const ref = useMergedRef(sizeRef, scroller)
  const widest = Math.max(1, ...view.pages.map(({ size }) => size[0]))
  const { scale, shown } = scaleOf(zoom, width, widest)
  const onPages = useMemo(
    () => Map.groupBy(fieldsInOrder(view), ({ provenance }) => provenance?.page),
    [view],
  )
  const picturesOf = ({ imageId, size }: DocumentView['pages'][number]) =>
    isClose(size, scale)
      ? { src: closeOf(imageId), smallSrc: srcOf(imageId) }
      : // The strip has asked for the small one already.
        { src: srcOf(imageId), smallSrc: view.pages.length > 1 ? thumbOf(imageId) : null }
  const isFocused = ({ id }: FieldView) => id === focusId
  const [[first, last], setNear] = useState<readonly [number, number]>(atFirst)
  const lookNear = () => {
    if (!scroller.current) return
    const [from, to] = pagesNear(scroller.current)
    setNear((near) => (near[0] === from && near[1] === to ? near : [from, to]))
  }
  // A file may have hundreds of pages: each has its place, and those near the view are filled.
  useLayoutEffect(lookNear, [view.id, view.pages.length, scale])

  return (
    <div className={classes.pane}>
      <PageTools
        page={page}
        pages={view.pages}
        isPdf={view.fileType === 'pdf'}
        languages={languages}
        reading={reading}
        zoom={shown}
        isFit={zoom === 'width'}
        onPage={(number) => scrollToPage(scroller.current, number)}
        onZoomIn={() => onZoom(1, shown)}
        onZoomOut={() => onZoom(-1, shown)}
        onFit={onFit}
      />
      <div className={classes.below}>
        {view.pages.length > 1 && (
          <PageStrip
            pages={view.pages}
            current={page}
            srcOf={thumbOf}
            onShow={(number) => scrollToPage(scroller.current, number)}
          />
        )}
        <section
          ref={ref}
          className={classes.scroller}
          aria-label="Pages of the document"
          // Without a mouse, arrows scroll it.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
          tabIndex={0}
          onScroll={(event) => {
            lookNear()
            const inSight = pageInSight(event.currentTarget)
            if (inSight !== null && inSight !== page) onPage(inSight)
          }}
          data-pages
          data-zoom={shown}
        >
          {width > 0 &&
            view.pages.map((sheet, at) => (
              <PageSheet
                key={`${view.id} ${sheet.number}`}
                page={sheet}
                isNear={(at >= first && at <= last) || chosenHit?.page === sheet.number}
                {...picturesOf(sheet)}
                fields={onPages.get(sheet.number) ?? none}
                focusId={onPages.get(sheet.number)?.some(isFocused) ? focusId : null}
                scale={scale}
                onPick={onPick}
                onFill={focusId === null ? null : onFill}
                hits={hits.length === 0 ? none : hits.filter(({ page }) => page === sheet.number)}
                chosenHit={chosenHit}
              />
            ))}
        </section>
      </div>
    </div>
  )
}
