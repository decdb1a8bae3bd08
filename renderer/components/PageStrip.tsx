import { IconAlertTriangle } from '@tabler/icons-react'
import type { DocumentView } from '../../electron/views.ts'
import classes from './PageStrip.module.css'

interface PageStripProps {
  readonly pages: DocumentView['pages']
  readonly current: number
  readonly srcOf: (imageId: string) => string
  readonly onShow: (page: number) => void
}

/** Small pages to jump between, for a document with more than one. */
export function PageStrip({ pages, current, srcOf, onShow }: PageStripProps) {
  return (
    <nav aria-label="Pages" className={classes.strip}>
      {pages.map(({ number, imageId, size, error }) => (
        <button
          key={number}
          type="button"
          tabIndex={-1}
          className={classes.page}
          aria-label={`Page ${number}${error ? ', not read' : ''}`}
          aria-current={number === current ? 'page' : undefined}
          onClick={() => onShow(number)}
        >
          <img
            src={srcOf(imageId)}
            alt=""
            loading="lazy"
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
      ))}
    </nav>
  )
}
