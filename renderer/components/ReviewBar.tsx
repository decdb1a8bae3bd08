import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowRight,
  IconCheck,
  IconX,
} from '@tabler/icons-react'
import type { Output } from '../../electron/contract.ts'
import type { DocumentView } from '../../electron/views.ts'
import { actWords } from '../words.ts'
import { Keys } from './Keys.tsx'
import classes from './ReviewBar.module.css'

interface ReviewBarProps {
  readonly review: DocumentView['review']
  readonly words: string
  readonly leftToReview: number
  readonly hasNext: boolean
  /** Approves and goes on to the next document to review. */
  readonly onApprove: () => void
  /** What undo and redo would do; null until it is known. */
  readonly moves: Output<'document.moves'> | null
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const icon = { variant: 'subtle', color: 'gray', size: 36 } as const

type Move = Output<'document.moves'>['undo']
const actOf = (move: Move | undefined) => (move ? `: ${actWords[move]}` : '')

/** One that does nothing at the moment does not lose the keyboard for it. */
const button = (onClick: (() => void) | false | null | undefined) =>
  onClick ? { onClick } : { 'aria-disabled': true, 'data-disabled': true }

/** How the review stands and the two ways to move it. */
export function ReviewBar(props: ReviewBarProps) {
  const { review, words, leftToReview, hasNext, onApprove, moves, onUndo, onRedo } = props
  const nextWords =
    leftToReview > 0
      ? `Next of ${leftToReview} to review`
      : hasNext
        ? 'Next document'
        : 'Last document'
  const keys = (
    <span className={classes.keys}>
      <Keys command="document.approve" />
    </span>
  )
  return (
    <footer className={classes.bar}>
      <span className={classes.words} role="status" data-review-state={review} title={words}>
        {review === 'approved' && <IconCheck size={16} stroke={2.2} aria-hidden />}
        {review === 'rejected' && <IconX size={16} stroke={2.2} aria-hidden />}
        <span className={classes.text}>{words}</span>
      </span>
      <Tooltip label={`Take back${actOf(moves?.undo)} (Ctrl Z)`}>
        <ActionIcon {...icon} {...button(moves?.undo && onUndo)} aria-label="Undo">
          <IconArrowBackUp size={18} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Do again${actOf(moves?.redo)} (Ctrl Y)`}>
        <ActionIcon {...icon} {...button(moves?.redo && onRedo)} aria-label="Redo">
          <IconArrowForwardUp size={18} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      {review !== 'none' ? (
        <Button
          variant="light"
          {...button(hasNext && onApprove)}
          rightSection={hasNext ? keys : undefined}
          leftSection={<IconArrowRight size={17} stroke={1.9} />}
        >
          {nextWords}
        </Button>
      ) : (
        <Button
          onClick={onApprove}
          rightSection={keys}
          leftSection={<IconCheck size={17} stroke={2} />}
        >
          Approve
        </Button>
      )}
    </footer>
  )
}
