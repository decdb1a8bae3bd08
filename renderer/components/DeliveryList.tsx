import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeliveryView } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import { counted } from '../words.ts'
import classes from './DeliveryList.module.css'
import { DeliveryState } from './DeliveryState.tsx'

interface DeliveryListProps {
  readonly deliveries: readonly DeliveryView[]
  readonly onRetry: (deliveryId: string) => void
}

/** What was done after a batch: one line while all went well, open where something did not. */
export function DeliveryList({ deliveries, onRetry }: DeliveryListProps) {
  const failed = deliveries.filter(({ state }) => state === 'failed').length
  const [chosen, setChosen] = useState<boolean | null>(null)
  if (deliveries.length === 0) return null
  const isOpen = chosen ?? failed > 0
  return (
    <section aria-label="After the batch" className={classes.part}>
      <UnstyledButton
        className={classes.head}
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
      >
        <IconChevronRight size={15} aria-hidden className={classes.chevron} data-open={isOpen} />
        {sumOf(deliveries, failed)}
      </UnstyledButton>
      {isOpen && (
        <ul className={classes.list}>
          {deliveries.map((delivery) => (
            <Line key={delivery.id} delivery={delivery} onRetry={onRetry} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({
  delivery: { id, kind, words, state, tries, createdAt, error, output },
  onRetry,
}: {
  readonly delivery: DeliveryView
  readonly onRetry: DeliveryListProps['onRetry']
}) {
  return (
    <li className={classes.line}>
      <DeliveryState state={state} />
      <span className={classes.what}>
        {kind === 'run' ? 'Ran' : 'Told'} <code>{words}</code>
        <span className={classes.when}>
          {' '}
          {whenOf(createdAt)}
          {tries > 1 && ` · ${counted(tries, 'try', 'tries')}`}
        </span>
        {error && <span className={classes.why}>{error.message}</span>}
        {error && output && <code className={classes.output}>{output}</code>}
      </span>
      {state === 'failed' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Try again: ${words}`}
          onClick={() => onRetry(id)}
        >
          Try again
        </Button>
      )}
    </li>
  )
}

function sumOf(deliveries: readonly DeliveryView[], failed: number): string {
  const open = deliveries.filter(({ state }) => state === 'waiting' || state === 'running').length
  const parts = [
    `${deliveries.length - failed - open} of ${deliveries.length} done`,
    ...(open > 0 ? [`${open} under way`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `After the batch: ${parts.join(', ')}`
}
