import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react'
import type { Output } from '../../electron/contract.ts'
import type { DocumentView } from '../../electron/views.ts'
import { percentOf } from '../format.ts'
import classes from './PageTools.module.css'
import { type ReadingHands, ReadingMenu } from './ReadingMenu.tsx'

interface PageToolsProps {
  readonly page: number
  readonly pages: DocumentView['pages']
  readonly isPdf: boolean
  readonly languages: Output<'app.state'>['languages']
  readonly reading: ReadingHands
  readonly zoom: number
  readonly isFit: boolean
  readonly onPage: (page: number) => void
  readonly onZoomIn: () => void
  readonly onZoomOut: () => void
  readonly onFit: () => void
}

const icon = { variant: 'subtle', color: 'gray', size: 'md' } as const

/** Which page, how large, and how it was read. */
export function PageTools(props: PageToolsProps) {
  const { page, pages, isPdf, languages, reading, zoom, isFit } = props
  const { onPage, onZoomIn, onZoomOut, onFit } = props
  const at = pages.findIndex(({ number }) => number === page)
  const current = pages[at]
  const before = pages[at - 1]
  const after = pages[at + 1]
  return (
    <div className={classes.tools}>
      {pages.length > 1 && (
        <div className={classes.group}>
          <Tooltip label="Previous page (Page ↑)">
            <ActionIcon
              {...icon}
              aria-label="Previous page"
              disabled={!before}
              onClick={() => before && onPage(before.number)}
            >
              <IconChevronUp size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
          <span className={classes.number}>
            {at + 1} of {pages.length}
          </span>
          <Tooltip label="Next page (Page ↓)">
            <ActionIcon
              {...icon}
              aria-label="Next page"
              disabled={!after}
              onClick={() => after && onPage(after.number)}
            >
              <IconChevronDown size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {current && (
        <div className={classes.reader}>
          <ReadingMenu page={current} isPdf={isPdf} languages={languages} {...reading} />
        </div>
      )}
      <div className={classes.group}>
        <Tooltip label="Smaller (Alt −)">
          <ActionIcon {...icon} aria-label="Smaller" onClick={onZoomOut}>
            <IconMinus size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.number} role="status" aria-label="Zoom">
          {zoom > 1 ? `${Math.round(zoom * 100)} %` : percentOf(zoom)}
        </span>
        <Tooltip label="Larger (Alt +)">
          <ActionIcon {...icon} aria-label="Larger" onClick={onZoomIn}>
            <IconPlus size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="As wide as there is room (Alt 0)">
          <Button
            size="compact-sm"
            variant={isFit ? 'light' : 'subtle'}
            color={isFit ? 'petrol' : 'gray'}
            leftSection={<IconArrowAutofitWidth size={16} stroke={1.7} />}
            aria-pressed={isFit}
            onClick={onFit}
          >
            Fit
          </Button>
        </Tooltip>
      </div>
    </div>
  )
}
