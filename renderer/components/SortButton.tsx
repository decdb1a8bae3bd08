import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './SortButton.module.css'

interface SortButtonProps {
  readonly direction: 'asc' | 'desc' | false
  readonly onClick: () => void
  readonly children: ReactNode
}

const words = { asc: 'sorted upwards', desc: 'sorted downwards' } as const

/** A column's title that sorts by it: up, down, then the order of intake again. */
export function SortButton({ direction, onClick, children }: SortButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      data-sorted={direction || undefined}
      title={direction ? words[direction] : 'Sort'}
      onClick={onClick}
    >
      {children}
      {direction === 'asc' && <IconArrowUp size={13} stroke={2} aria-label={words.asc} />}
      {direction === 'desc' && <IconArrowDown size={13} stroke={2} aria-label={words.desc} />}
    </button>
  )
}
