import { useState } from 'react'
import type { DocumentView, FieldView } from '../../electron/views.ts'
import { Notice } from './Notice.tsx'
import classes from './PageSheet.module.css'

interface PageSheetProps {
  readonly page: DocumentView['pages'][number]
  readonly src: string
  /** Fields that were seen on this page. */
  readonly fields: readonly FieldView[]
  readonly focusId: number | null
  /** Screen pixels per page point. */
  readonly scale: number
  readonly onPick: (field: FieldView) => void
}

/** A page as it is printed, with the place of every value on it. */
export function PageSheet({ page, src, fields, focusId, scale, onPick }: PageSheetProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'missing'>('loading')
  const [width, height] = page.size
  return (
    <section className={classes.place} aria-label={`Page ${page.number}`} data-page={page.number}>
      {page.error && <Notice tone="bad">{page.error.message}</Notice>}
      <div
        className={classes.sheet}
        style={{ width: width * scale, aspectRatio: `${width} / ${height}` }}
        data-state={state}
      >
        {state !== 'missing' && (
          <img
            src={src}
            alt={`Page ${page.number}`}
            className={classes.image}
            loading="lazy"
            draggable={false}
            onLoad={() => setState('shown')}
            onError={() => setState('missing')}
          />
        )}
        {state === 'missing' && (
          <p className={classes.words}>
            This page cannot be shown: its file was moved, changed or locked since it was read.
          </p>
        )}
        {fields.map((field) => (
          <PageBox
            key={field.id}
            field={field}
            isCurrent={field.id === focusId}
            onPick={() => onPick(field)}
          />
        ))}
      </div>
    </section>
  )
}

interface PageBoxProps {
  readonly field: FieldView
  readonly isCurrent: boolean
  readonly onPick: () => void
}

/** Shares of the page instead of pixels: right at any zoom, whatever the picture's resolution. */
function PageBox({ field, isCurrent, onPick }: PageBoxProps) {
  if (!field.provenance) return null
  const [left, top, right, bottom] = field.provenance.box
  const [width, height] = field.provenance.pageSize
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
      style={{
        left: `${(left / width) * 100}%`,
        top: `${(top / height) * 100}%`,
        width: `${((right - left) / width) * 100}%`,
        height: `${((bottom - top) / height) * 100}%`,
      }}
      // The field keeps the keyboard: a press on the page moves it there, not to the page.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    />
  )
}

/** Brings the place into sight when its field gets the focus; moves nothing when it already is. */
function reveal(box: HTMLElement | null): void {
  box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
