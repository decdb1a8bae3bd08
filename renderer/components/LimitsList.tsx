import type { Limits } from '../../electron/views.ts'
import { counted } from '../words.ts'
import classes from './LimitsList.module.css'

const kindWords = { text: 'Pages with text inside', ocr: 'Scans' } as const

/** How many pages are read at a time here, and what that came to so far. */
export function LimitsList({ limits: { threads, speeds } }: { readonly limits: Limits }) {
  return (
    <dl className={classes.list} aria-label="This computer">
      <div>
        <dt>Now</dt>
        <dd>{counted(threads, 'page')} at a time</dd>
      </div>
      {speeds.map(({ kind, pages, pagesPerMinute }) => (
        <div key={kind}>
          <dt>{kindWords[kind]}</dt>
          <dd>
            about {Math.max(1, Math.round(pagesPerMinute)).toLocaleString('en')} a minute, by{' '}
            {counted(pages, 'page')} read here
          </dd>
        </div>
      ))}
    </dl>
  )
}
