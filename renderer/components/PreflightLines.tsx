import { type Icon, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './PreflightLines.module.css'

interface FileLineProps {
  readonly icon: Icon
  readonly tone: 'idle' | 'look'
  /** A summary opens what it stands in. */
  readonly as?: 'div' | 'summary'
  readonly children: ReactNode
}

/** A line of the report before the start: what it is about, and what is said. */
export function FileLine({ icon: LineIcon, tone, as: Tag = 'div', children }: FileLineProps) {
  return (
    <Tag className={classes.line} data-tone={tone}>
      <LineIcon size={17} stroke={1.8} aria-hidden className={classes.icon} />
      <span className={classes.words}>{children}</span>
      {Tag === 'summary' && (
        <IconChevronRight size={15} stroke={1.8} aria-hidden className={classes.arrow} />
      )}
    </Tag>
  )
}

/** The end of a list that names only the first. */
export function MoreLine({ all, shown }: { readonly all: number; readonly shown: number }) {
  return all > shown ? <li>and {(all - shown).toLocaleString('en')} more</li> : null
}
