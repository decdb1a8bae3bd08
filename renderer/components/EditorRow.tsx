import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react'
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import { isPress } from '../shortcuts.ts'
import { counted } from '../words.ts'
import classes from './EditorRow.module.css'

interface EditorRowProps {
  readonly id: string
  /** What it is: “field”, “column”, “table”. */
  readonly kind: string
  readonly title: string
  /** What it is besides, in a few words each. */
  readonly facts: readonly string[]
  readonly problems: number
  /** Why a person should look at it, though nothing is wrong with it; null or left out: nothing. */
  readonly look?: string | null
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onMove: (step: 1 | -1) => void
  readonly onRemove: () => void
  /** It was dragged by the mouse onto another one, whose id is given; left out: it cannot be. */
  readonly onDropOn?: (id: string) => void
  readonly children: ReactNode
}

/** One of a list that can be opened, moved (Alt and arrows, from anywhere in it) and removed. */
export function EditorRow(props: EditorRowProps) {
  const { id, kind, title, facts, problems, isOpen, onToggle, onMove, onRemove, children } = props
  const name = title === '' ? `the ${kind} without a label` : `“${title}”`
  const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
    if (!isPress(event.nativeEvent, 'template.move')) return
    // A column in a table moves alone.
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className={classes.row}
      {...(props.onDropOn && draggedOnto(id, isOpen, props.onDropOn))}
      data-open={isOpen || undefined}
      data-row={id}
      onKeyDown={onKey}
      data-problems={problems > 0 || props.look || undefined}
    >
      <div className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={`${id}-body`}
          onClick={onToggle}
        >
          <IconChevronRight size={15} stroke={2} aria-hidden className={classes.arrow} />
          <span className={classes.title}>{title || `New ${kind}`}</span>
          <span className={classes.facts}>{facts.join(' · ')}</span>
          {(problems > 0 || props.look) && (
            <span className={classes.problems}>
              <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
              {problems > 0 ? counted(problems, 'problem') : props.look}
            </span>
          )}
        </button>
        <Tooltip label="Move up (Alt ↑)">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${name} up`}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={15} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Move down (Alt ↓)">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${name} down`}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={15} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            <IconTrash size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      {isOpen && (
        <div id={`${id}-body`} className={classes.body}>
          {children}
        </div>
      )}
    </li>
  )
}

/** What names a dragged row to the one that it is let go over. */
const dragType = 'application/x-sheaf-row'

function draggedOnto(id: string, isOpen: boolean, onDropOn: (id: string) => void) {
  const isRow = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(dragType)
  return {
    // In an open row the mouse selects what was typed.
    draggable: !isOpen,
    onDragStart: (event: DragEvent<HTMLLIElement>) => {
      if (event.target !== event.currentTarget) return
      event.dataTransfer.setData(dragType, id)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent<HTMLLIElement>) => {
      if (!isRow(event)) return
      event.preventDefault()
      // What takes files around it would say that it copies.
      event.stopPropagation()
      event.currentTarget.dataset.over = ''
    },
    onDragLeave: (event: DragEvent<HTMLLIElement>) => {
      delete event.currentTarget.dataset.over
    },
    onDrop: (event: DragEvent<HTMLLIElement>) => {
      if (!isRow(event)) return
      event.preventDefault()
      event.stopPropagation()
      delete event.currentTarget.dataset.over
      onDropOn(event.dataTransfer.getData(dragType))
    },
  }
}
