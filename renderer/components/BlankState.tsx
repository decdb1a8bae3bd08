import type { ReactNode } from 'react'
import classes from './BlankState.module.css'

interface BlankStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** A place with nothing in it says why, and what to do next. */
export function BlankState({ icon, title, children, actions }: BlankStateProps) {
  return (
    <div className={classes.blank}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <h2 className={classes.title}>{title}</h2>
      {children && <p className={classes.words}>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
