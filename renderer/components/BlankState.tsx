import type { ReactNode } from 'react'
import classes from './BlankState.module.css'

interface BlankStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** There is nothing else in the view: then it is its main part, and its title the view's. */
  readonly whole?: boolean
}

/** A place with nothing in it says why, and what to do next. */
export function BlankState({ icon, title, children, actions, whole = false }: BlankStateProps) {
  const Frame = whole ? 'main' : 'div'
  const Title = whole ? 'h1' : 'h2'
  return (
    <Frame className={classes.blank}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title className={classes.title}>{title}</Title>
      {children && <p className={classes.words}>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </Frame>
  )
}
