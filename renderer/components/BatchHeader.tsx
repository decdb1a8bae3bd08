import type { ReactNode } from 'react'
import type { BatchSummary } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import { titleOf } from '../words.ts'
import { BatchBadge } from './BatchBadge.tsx'
import classes from './BatchHeader.module.css'

const kindWords = {
  extract: null,
  classify: 'types only',
  split: 'documents in files',
  read: 'text only',
} as const

/** What a batch is called, where it came from, and its actions. */
export function BatchHeader({
  batch,
  children,
}: {
  readonly batch: BatchSummary
  readonly children: ReactNode
}) {
  const facts = [
    batch.reference,
    kindWords[batch.kind],
    batch.priority === 'normal' ? null : `${batch.priority} priority`,
    batch.template === 'auto' ? null : `read as ${titleOf(batch.template)}`,
    batch.sources.join(', '),
    whenOf(batch.createdAt),
  ].filter(Boolean)
  return (
    <div className={classes.header}>
      <div className={classes.what}>
        <div className={classes.line}>
          <h1 className={classes.name}>{batch.name}</h1>
          <BatchBadge batch={batch} />
        </div>
        <p className={classes.facts} title={batch.sources.join('\n')}>
          {facts.join(' · ')}
        </p>
      </div>
      <div className={classes.actions}>{children}</div>
    </div>
  )
}
