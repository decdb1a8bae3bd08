import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { CheckView, DocumentRow } from '../../electron/views.ts'
import { client } from '../client.ts'
import { FieldPanel } from '../components/FieldPanel.tsx'
import { focusField } from '../focusField.ts'
import { nextToReview } from '../nextToReview.ts'
import { reviewing } from '../reviewing.ts'
import { useBatchStore } from '../stores/batchStore.ts'
import { useDocumentStore } from '../stores/documentStore.ts'
import { useWordStore } from '../stores/wordStore.ts'

const noRows: readonly DocumentRow[] = []

/** What was found on the open document, and what a person does about it. */
export function DocumentFields({ onSetType }: { readonly onSetType: () => void }) {
  const { view, focusId, fills, moves } = useDocumentStore(
    useShallow(({ view, focusId, fills, moves }) => ({ view, focusId, fills, moves })),
  )
  const { hits, chosen } = useWordStore()
  const rows = useBatchStore((state) => (state.batchId === view?.batchId ? state.rows : noRows))
  const left = useMemo(() => nextToReview(rows, view?.id ?? '').left, [rows, view?.id])
  if (!view) return null
  const hit = hits[chosen]
  return (
    <FieldPanel
      view={view}
      focusId={focusId}
      fills={fills}
      leftToReview={left}
      moves={moves}
      word={hit ? { text: hit.text, others: hits.length - 1 } : null}
      srcOf={client.pageUrl}
      onSetType={onSetType}
      onPick={focusField}
      onCheck={focusCheck}
      onApprove={reviewing.approve}
      onUndo={reviewing.undo}
      onRedo={reviewing.redo}
      {...reviewing.hands}
    />
  )
}

function focusCheck(check: CheckView): void {
  const fields = useDocumentStore.getState().view?.fields
  focusField(fields?.find(({ name }) => check.fields.includes(name)))
}
