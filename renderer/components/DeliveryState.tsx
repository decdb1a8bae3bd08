import { IconCircleCheck, IconCircleDashed, IconCircleX, IconLoader2 } from '@tabler/icons-react'
import type { DeliveryView } from '../../electron/views.ts'
import classes from './DeliveryState.module.css'

const shown = {
  waiting: { icon: IconCircleDashed, words: 'Waiting to try again', tone: 'idle' },
  running: { icon: IconLoader2, words: 'Under way', tone: 'busy' },
  delivered: { icon: IconCircleCheck, words: 'Done', tone: 'ok' },
  failed: { icon: IconCircleX, words: 'Failed', tone: 'bad' },
} as const

/** How it stands with a command or a message: shape, word and colour. */
export function DeliveryState({ state }: Pick<DeliveryView, 'state'>) {
  const { icon: Icon, words, tone } = shown[state]
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden />
      {words}
    </span>
  )
}
