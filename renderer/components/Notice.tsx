import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Notice.module.css'

const icons = {
  ok: IconCircleCheck,
  look: IconAlertTriangle,
  bad: IconCircleX,
  idle: IconInfoCircle,
} as const

interface NoticeProps {
  readonly tone: keyof typeof icons
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A sentence that matters, with what can be done about it at its end. */
export function Notice({ tone, children, action }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <div className={classes.words}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
