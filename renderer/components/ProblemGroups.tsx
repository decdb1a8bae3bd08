import { Button } from '@mantine/core'
import type { Ledger } from '../../electron/views.ts'
import { codePhrase, reasonPhrase } from '../ledgerWords.ts'
import { problemAdvice, problemDeed } from '../problemAdvice.ts'
import { counted, titleOf } from '../words.ts'
import classes from './ProblemGroups.module.css'
import { type UnreadFiles, UnreadList } from './UnreadList.tsx'

type Reason = Ledger['reasons'][number]

interface ProblemGroupsProps {
  readonly reasons: readonly Reason[]
  /** The reason whose files are shown, and what there is to show of them. */
  readonly shown: UnreadFiles & { readonly code: string | null }
  /** null while nothing can be tried again. */
  readonly onRetry: (() => void) | null
  readonly onUnlock: () => void
  readonly onShow: (code: string | null) => void
  readonly onOpen: (documentId: string) => void
}

/** What was not read, grouped by why, each with what can be done about it. */
export function ProblemGroups(props: ProblemGroupsProps) {
  const { reasons, shown, onShow, onOpen } = props
  return (
    <ul className={classes.groups} aria-label="Problems">
      {reasons.map((reason) => {
        const { state, code } = reason
        const isShown = shown.code === code
        return (
          <li key={`${state} ${code}`} className={classes.group} data-state={state}>
            <div className={classes.head}>
              <h2 className={classes.title}>{titleOf(codePhrase(code))}</h2>
              <span className={classes.amount}>
                {state === 'failed' ? 'Failed' : 'Skipped'}: {amountOf(reason)}
              </span>
              <span className={classes.deeds}>
                <Deed {...props} reason={reason} />
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-expanded={isShown}
                  onClick={() => onShow(isShown ? null : code)}
                >
                  {isShown ? 'Hide files' : 'Show files'}
                </Button>
              </span>
            </div>
            {problemAdvice(code) && <p className={classes.advice}>{problemAdvice(code)}</p>}
            {isShown && <UnreadList {...shown} onOpen={onOpen} />}
          </li>
        )
      })}
    </ul>
  )
}

function Deed({
  reason,
  onRetry,
  onUnlock,
}: Pick<ProblemGroupsProps, 'onRetry' | 'onUnlock'> & { readonly reason: Reason }) {
  const deed = problemDeed(reason.code)
  if (deed === 'unlock')
    return (
      <Button size="compact-sm" onClick={onUnlock}>
        Enter the password
      </Button>
    )
  if (deed === null || !onRetry || reason.state !== 'failed' || reason.files === 0) return null
  return (
    <Button size="compact-sm" variant="default" onClick={onRetry}>
      Retry all that failed
    </Button>
  )
}

function amountOf(reason: Reason): string {
  const { files, partly } = reason
  const parts = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(partly > 0 ? [`pages of ${counted(partly, 'other file')}`] : []),
  ]
  return parts.join(', ') || reasonPhrase(reason)
}
