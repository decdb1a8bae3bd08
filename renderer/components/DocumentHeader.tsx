import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { DocumentView, TemplateSummary } from '../../electron/views.ts'
import classes from './DocumentHeader.module.css'
import { DocumentMenu, type DocumentMenuHands } from './DocumentMenu.tsx'
import { StatusChip } from './StatusChip.tsx'
import { type TypeHands, TypeMenu } from './TypeMenu.tsx'

interface DocumentHeaderProps {
  readonly view: DocumentView
  readonly templates: readonly TemplateSummary[]
  /** The page in sight. */
  readonly page: number
  readonly types: TypeHands
  readonly acts: DocumentMenuHands
  readonly onPrevious: () => void
  readonly onNext: () => void
}

/** What the document is, how it stands, and the way to its neighbours. */
export function DocumentHeader(props: DocumentHeaderProps) {
  const { view, templates, page, types, acts, onPrevious, onNext } = props
  return (
    <div className={classes.header}>
      <TypeMenu view={view} templates={templates} {...types} />
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
      <DocumentMenu page={page} isSettled={view.review !== 'none'} {...acts} />
    </div>
  )
}
