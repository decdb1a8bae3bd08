import type { RoundTripNotice } from '../../electron/views.ts'
import { Notice } from './Notice.tsx'
import classes from './RoundTripNotices.module.css'

/** What of an export could not be taken, each kind with its first places folded away. */
export function RoundTripNotices({ notices }: { readonly notices: readonly RoundTripNotice[] }) {
  return notices.map(({ code, count, sentence, places }) => (
    <Notice key={code} tone={code === 'unreadable_value' ? 'look' : 'idle'}>
      {sentence}
      <details className={classes.places}>
        <summary>{count === 1 ? 'Where' : `Where: ${count} places`}</summary>
        <ul>
          {[...new Set(places)].map((place) => (
            <li key={place}>{place}</li>
          ))}
          {count > places.length && <li>and {count - places.length} more</li>}
        </ul>
      </details>
    </Notice>
  ))
}
