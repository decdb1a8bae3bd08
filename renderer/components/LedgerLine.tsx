import type { Ledger } from '../../electron/views.ts'
import { ledgerSentence, reasonPhrase } from '../ledgerWords.ts'
import classes from './LedgerLine.module.css'
import { type UnreadFiles, UnreadList } from './UnreadList.tsx'

interface LedgerLineProps {
  readonly ledger: Ledger
  /** The reason whose files are shown, and what there is to show of them. */
  readonly shown: UnreadFiles & { readonly code: string | null }
  readonly onShow: (code: string | null) => void
  readonly onOpen: (documentId: string) => void
}

/** Every page of a batch accounted for, in one calm line; each reason opens the files behind it. */
export function LedgerLine({ ledger, shown, onShow, onOpen }: LedgerLineProps) {
  return (
    <section className={classes.ledger} aria-label="Ledger">
      <p className={classes.line}>
        <span>{ledgerSentence(ledger)}</span>
        {ledger.reasons.map((reason) => (
          <button
            key={`${reason.state} ${reason.code}`}
            type="button"
            className={classes.reason}
            data-state={reason.state}
            aria-expanded={reason.code === shown.code}
            onClick={() => onShow(reason.code === shown.code ? null : reason.code)}
          >
            {reasonPhrase(reason)}
          </button>
        ))}
        {!ledger.isProven && <b role="alert">The sum of pages is not that of the files.</b>}
      </p>
      {shown.code !== null && <UnreadList {...shown} onOpen={onOpen} />}
    </section>
  )
}
