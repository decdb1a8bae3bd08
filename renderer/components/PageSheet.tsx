import { type CSSProperties, memo, useState } from 'react'
import type { DocumentView, FieldView } from '../../electron/views.ts'
import type { Box } from '../boxBetween.ts'
import type { Hit } from '../findWords.ts'
import { useBoxDrawing } from '../useBoxDrawing.ts'
import { Notice } from './Notice.tsx'
import classes from './PageSheet.module.css'

/** As much of a field as its place on a page needs. */
export type PlacedField = Pick<FieldView, 'id' | 'label' | 'needsReview' | 'provenance'>

interface PageSheetProps<F extends PlacedField> {
  readonly page: Pick<DocumentView['pages'][number], 'number' | 'size'> &
    Partial<Pick<DocumentView['pages'][number], 'error'>>
  /** Away from the view it is an empty place, unless the field in focus is on it. */
  readonly isNear?: boolean
  readonly src: string
  /** Shown until the picture itself is there. */
  readonly smallSrc?: string | null
  /** Fields that were seen on this page. */
  readonly fields: readonly F[]
  /** The field in focus, where it is on this page. */
  readonly focusId: number | null
  /** Screen pixels per page point. */
  readonly scale: number
  readonly onPick: (field: F) => void
  /** Fills the field in focus with what a box holds; null: there is no such field. */
  readonly onFill: ((page: number, box: Box) => void) | null
  readonly hits: readonly Hit[]
  readonly chosenHit: Hit | null
}

function Sheet<F extends PlacedField>(props: PageSheetProps<F>) {
  const { page, isNear = true, focusId, scale } = props
  const [width, height] = page.size
  const size = { width: width * scale, aspectRatio: `${width} / ${height}` }
  return (
    <section className={classes.place} aria-label={`Page ${page.number}`} data-page={page.number}>
      {page.error && <Notice tone="bad">{page.error.message}</Notice>}
      {isNear || focusId !== null ? (
        <FilledSheet {...props} style={size} />
      ) : (
        <div className={classes.sheet} style={size} />
      )}
    </section>
  )
}

/** What is on a page: its picture, places of values and words that were found. */
function FilledSheet<F extends PlacedField>(
  props: PageSheetProps<F> & { readonly style: CSSProperties },
) {
  const { page, src, smallSrc, fields, focusId, style, onPick, onFill, hits, chosenHit } = props
  const [seen, setSeen] = useState<{ src: string; state: 'shown' | 'missing' } | null>(null)
  const state = seen?.src === src ? seen.state : 'loading'
  const { drawn, ...pointer } = useBoxDrawing(
    page.size,
    onFill && ((box) => onFill(page.number, box)),
  )
  return (
    <div
      className={classes.sheet}
      style={
        state === 'loading' && smallSrc
          ? { ...style, backgroundImage: `url("${smallSrc}")` }
          : style
      }
      data-small={smallSrc ? true : undefined}
      data-state={state}
      data-fillable={onFill !== null || undefined}
      {...pointer}
    >
      {state !== 'missing' && (
        <img
          // Of another size it is another picture: the old one would stand over the one that comes first.
          key={src}
          src={src}
          alt={`Page ${page.number}`}
          className={classes.image}
          decoding="async"
          draggable={false}
          onLoad={() => setSeen({ src, state: 'shown' })}
          onError={() => setSeen({ src, state: 'missing' })}
        />
      )}
      {state === 'missing' && (
        <p className={classes.words}>
          This page cannot be shown: its file was moved, changed or locked since it was read.
        </p>
      )}
      {fields.map((field) => (
        <PageBox
          // A box that moves comes into sight as one that gets the focus does.
          key={`${field.id} ${field.provenance?.box.join()}`}
          field={field}
          isCurrent={field.id === focusId}
          onPick={() => onPick(field)}
        />
      ))}
      {hits.map((hit) => (
        <div
          key={hit.box.join()}
          ref={hit === chosenHit ? reveal : null}
          className={classes.hit}
          data-hit={hit.text}
          data-chosen={hit === chosenHit || undefined}
          style={placeOf(hit.box, page.size)}
        />
      ))}
      {drawn && <div className={classes.drawn} style={placeOf(drawn, page.size)} />}
    </div>
  )
}

/** A page as it is printed, with the place of every value on it. */
export const PageSheet = memo(Sheet) as typeof Sheet

interface PageBoxProps {
  readonly field: PlacedField
  readonly isCurrent: boolean
  readonly onPick: () => void
}

/** The place of a value, which leads to its field. */
function PageBox({ field, isCurrent, onPick }: PageBoxProps) {
  if (!field.provenance) return null
  return (
    <button
      ref={isCurrent ? reveal : null}
      type="button"
      tabIndex={-1}
      className={classes.box}
      aria-label={`${field.label} on the page`}
      aria-current={isCurrent || undefined}
      title={field.label}
      data-box={field.id}
      data-review={field.needsReview || undefined}
      style={placeOf(field.provenance.box, field.provenance.pageSize)}
      // The field keeps the keyboard: a press on the page moves it there, not to the page.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    />
  )
}

/** Shares of the page instead of pixels: right at any zoom, whatever the picture's resolution. */
function placeOf([left, top, right, bottom]: Box, [width, height]: readonly [number, number]) {
  return {
    left: `${(left / width) * 100}%`,
    top: `${(top / height) * 100}%`,
    width: `${((right - left) / width) * 100}%`,
    height: `${((bottom - top) / height) * 100}%`,
  }
}

/** Brings the place into sight when its field gets the focus; moves nothing when it already is. */
function reveal(box: HTMLElement | null): void {
  box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
