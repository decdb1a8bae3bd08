import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { CheckView } from '../../electron/views.ts'
import { counted } from '../words.ts'
import classes from './CheckList.module.css'

interface CheckListProps {
  readonly checks: readonly CheckView[]
  /** Goes to the first field that a check speaks of. */
  readonly onShow: (check: CheckView) => void
}

/** What does not agree, in sentences; what does, folded away. */
export function CheckList({ checks, onShow }: CheckListProps) {
  const failed = checks.filter(({ passed }) => !passed)
  const passed = checks.filter((check) => check.passed)
  if (checks.length === 0) return null
  return (
    <section className={classes.checks} aria-label="Checks">
      {failed.map((check) => (
        <button
          key={check.code + check.sentence}
          type="button"
          className={classes.failed}
          data-level={check.level}
          onClick={() => onShow(check)}
        >
          {check.level === 'error' ? (
            <IconCircleX size={16} stroke={1.9} aria-label="Wrong" />
          ) : (
            <IconAlertTriangle size={16} stroke={1.9} aria-label="Look" />
          )}
          <span>{check.sentence}</span>
        </button>
      ))}
      {passed.length > 0 && (
        <details className={classes.passed}>
          <summary>
            <IconCircleCheck size={16} stroke={1.9} aria-hidden className={classes.tick} />
            {counted(passed.length, 'check')} passed
          </summary>
          <ul>
            {passed.map((check) => (
              <li key={check.code + check.sentence}>{check.sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
