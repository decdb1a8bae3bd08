import type { Ledger, UnreadLine } from '../../electron/views.ts'
import { ledgerSentence, reasonPhrase } from '../ledgerWords.ts'
import classes from './LedgerLine.module.css'

interface LedgerLineProps {
  readonly ledger: Ledger
  /** The reason whose files are shown, and what there is to show of them. */
  readonly shown: {
    readonly code: string | null
    readonly lines: readonly UnreadLine[]
    readonly files: number
  }
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
      {shown.code !== null && shown.lines.length > 0 && (
        <ul className={classes.files} aria-label="Files behind it">
          {shown.lines.map((line) => (
            <li key={`${line.itemId} ${line.firstPage}`}>
              <Name line={line} onOpen={onOpen} />{' '}
              <span className={classes.why}>{line.message}</span>
            </li>
          ))}
          <More {...shown} />
        </ul>
      )}
    </section>
  )
}

function Name({ line, onOpen }: { readonly line: UnreadLine } & Pick<LedgerLineProps, 'onOpen'>) {
  const words = `${line.filename}${pagesOf(line)}`
  const { documentId } = line
  if (!documentId) return <b title={line.path}>{words}</b>
  return (
    <button type="button" className={classes.reason} onClick={() => onOpen(documentId)}>
      {words}
    </button>
  )
}

function More({ lines, files }: LedgerLineProps['shown']) {
  const left = files - new Set(lines.map(({ itemId }) => itemId)).size
  return left > 0 ? <li>and {left.toLocaleString('en')} more; an export lists all</li> : null
}

function pagesOf({ isWhole, firstPage, lastPage }: UnreadLine): string {
  if (isWhole || firstPage === null) return ''
  return firstPage === lastPage ? `, page ${firstPage}` : `, pages ${firstPage} to ${lastPage}`
}
