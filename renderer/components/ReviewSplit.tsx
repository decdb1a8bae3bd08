import { Splitter } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './ReviewSplit.module.css'

/** Percent of the room that pages take. */
export interface PagesShare {
  readonly pagesBeside: number
  readonly pagesAbove: number
}

interface ReviewSplitProps {
  readonly shares: PagesShare
  readonly onShare: (share: Partial<PagesShare>) => void
  readonly pages: ReactNode
  readonly fields: ReactNode
}

/** Pages beside their fields, or above them where the window is narrow; how much each takes is remembered. */
export function ReviewSplit({ shares, onShare, pages, fields }: ReviewSplitProps) {
  const isNarrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false })
  const name = isNarrow ? 'pagesAbove' : 'pagesBeside'
  const keep = useDebouncedCallback(onShare, 400)
  return (
    <Splitter
      key={name}
      orientation={isNarrow ? 'vertical' : 'horizontal'}
      className={classes.split}
      data-narrow={isNarrow || undefined}
      lineSize={1}
      withHandle={false}
      attributes={{ handle: { 'aria-label': 'Room for the pages' } }}
      onSizeChange={([size]) =>
        keep({ [name]: Math.min(80, Math.max(20, Number.parseFloat(String(size)))) })
      }
    >
      <Splitter.Pane defaultSize={shares[name]} min={25}>
        {pages}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100 - shares[name]} min={28}>
        {fields}
      </Splitter.Pane>
    </Splitter>
  )
}
