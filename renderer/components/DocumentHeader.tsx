import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { DocumentView } from '../../electron/views.ts'
import { certaintyOf, certaintyWords, languageName, titleOf } from '../words.ts'
import classes from './DocumentHeader.module.css'
import { StatusChip } from './StatusChip.tsx'

interface DocumentHeaderProps {
  readonly view: DocumentView
  readonly onPrevious: () => void
  readonly onNext: () => void
}

/** What the document is, how it stands, and the way to its neighbours. */
export function DocumentHeader({ view, onPrevious, onNext }: DocumentHeaderProps) {
  return (
    <div className={classes.header}>
      <span
        className={classes.type}
        title={`Type: ${certaintyWords[certaintyOf(view.typeConfidence)]}`}
      >
        {view.type === 'unknown' ? 'Unknown type' : titleOf(view.type)}
        {certaintyOf(view.typeConfidence) !== 'high' && view.type !== 'unknown' && '?'}
        {view.language && <span className={classes.language}>, {languageName(view.language)}</span>}
      </span>
      <StatusChip status={view.status} />
      <div className={classes.moves}>
        <Tooltip label="Previous document (Alt ↑)">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Previous document"
            disabled={!view.previousId}
            onClick={onPrevious}
          >
            <IconChevronLeft size={18} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next document (Alt ↓)">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Next document"
            disabled={!view.nextId}
            onClick={onNext}
          >
            <IconChevronRight size={18} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  )
}
