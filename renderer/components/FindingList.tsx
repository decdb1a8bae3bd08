import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Finding } from '../../electron/views.ts'
import { titleOf } from '../words.ts'
import classes from './FindingList.module.css'

const shown = {
  ok: { icon: IconCircleCheck, words: 'In order', tone: 'ok' },
  warning: { icon: IconAlertTriangle, words: 'Worth a look', tone: 'look' },
  error: { icon: IconCircleX, words: 'Broken', tone: 'bad' },
} as const

/** What the doctor looked at, line by line. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={classes.list} aria-label="Findings">
      {findings.map(({ name, level, sentence, advice }) => {
        const { icon: Icon, words, tone } = shown[level]
        return (
          <li key={name} className={classes.row} data-tone={tone}>
            <Icon size={18} stroke={1.8} aria-label={words} className={classes.icon} />
            <span className={classes.name}>{titleOf(name)}</span>
            <span>
              {sentence}
              {advice && <span className={classes.advice}> {advice}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
