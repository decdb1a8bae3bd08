import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react'
import type { TrialValue } from '../../electron/views.ts'
import classes from './ChangeMark.module.css'

const marks = {
  found: { Icon: IconPlus, words: 'new' },
  lost: { Icon: IconMinus, words: 'lost' },
  changed: { Icon: IconArrowsExchange, words: 'changed' },
} as const

/** What became of a value since the saved version, as shape and word; nothing where it is the same. */
export function ChangeMark({ field }: { readonly field: TrialValue }) {
  if (field.change === 'same') return null
  const { Icon, words } = marks[field.change]
  const was = field.saved?.value
  return (
    <span className={classes.mark} data-change={field.change}>
      <Icon size={13} stroke={2.2} aria-hidden />
      {words}
      {field.change !== 'found' && was && <span className={classes.was}>: was {was}</span>}
    </span>
  )
}
