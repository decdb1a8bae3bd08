import { type ReactNode, useEffect } from 'react'
import { keyOf, type RowKey } from '../mergeRows.ts'
import { useExcerptStore } from '../stores/excerptStore.ts'
import classes from './FoundPlace.module.css'

/** While something is searched for, where a row has it; else what it is given. */
export function FoundPlace({
  row,
  children,
}: {
  readonly row: RowKey
  readonly children: ReactNode
}) {
  const search = useExcerptStore((state) => state.search)
  return search === '' ? children : <Place row={row} search={search} />
}

function Place({ row, search }: { readonly row: RowKey; readonly search: string }) {
  const excerpt = useExcerptStore(({ excerpts }) => excerpts.get(keyOf(row)))
  const { want } = useExcerptStore.getState()
  // Each row asks once, when it comes into sight or something else is searched for.
  useEffect(() => want(row), [want, row, search])
  if (!excerpt) return null
  const { page, label, before, hit, after } = excerpt
  return (
    <span className={classes.place}>
      {page === null ? `${label}: ` : '… '}
      {before}
      {page !== null && before && ' '}
      <mark>{hit}</mark>
      {page !== null && after && ' '}
      {after}
      {page !== null && ` …, page ${page}`}
    </span>
  )
}
