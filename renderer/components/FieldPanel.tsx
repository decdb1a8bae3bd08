import { useDeferredValue, useMemo } from 'react'
import type { Output } from '../../electron/contract.ts'
import type { CheckView, DocumentView, FieldView } from '../../electron/views.ts'
import { fieldsInOrder, groupFields } from '../fieldOrder.ts'
import { dayOf } from '../format.ts'
import { counted } from '../words.ts'
import { CheckList } from './CheckList.tsx'
import { EquationList } from './EquationList.tsx'
import { FieldCrop } from './FieldCrop.tsx'
import type { FieldHands } from './FieldInput.tsx'
import { FieldInspector, type FieldInspectorProps } from './FieldInspector.tsx'
import classes from './FieldPanel.module.css'
import { FieldRow } from './FieldRow.tsx'
import { FieldTable, type TableHands } from './FieldTable.tsx'
import { NoFields } from './NoFields.tsx'
import { Notice } from './Notice.tsx'
import { ReviewBar } from './ReviewBar.tsx'

interface FieldPanelProps extends FieldHands, TableHands {
  readonly view: DocumentView
  readonly focusId: number | null
  /** How often a field was filled from the page. */
  readonly fills: ReadonlyMap<number, number>
  /** Other documents of the batch that wait for a person. */
  readonly leftToReview: number
  readonly moves: Output<'document.moves'> | null
  readonly word: FieldInspectorProps['word']
  readonly onCheck: (check: CheckView) => void
  /** A field that something else names, such as an equation. */
  readonly onPick: (field: FieldView | undefined) => void
  /** Address of the picture of a page. */
  readonly srcOf: (imageId: string) => string
  /** Asks what the document is. */
  readonly onSetType: () => void
  readonly onApprove: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** What was found on a document, to be checked beside its pages. */
export function FieldPanel(props: FieldPanelProps) {
  const { view, focusId, fills, leftToReview, moves, word, onCheck, onPick, srcOf, ...others } =
    props
  const { onSetType, onApprove, onUndo, onRedo, onRow, onCell, ...hands } = others
  const all = useMemo(() => fieldsInOrder(view), [view])
  const focused = all.find(({ id }) => id === focusId) ?? null
  const hasNoText = view.checks.some(({ code }) => code === 'no_text_found')
  const toReview = all.filter(({ needsReview }) => needsReview).length
  // Where nothing is left to look at, Tab still comes to the first field.
  const tabStop = focused?.id ?? (toReview === 0 ? (all[0]?.id ?? null) : null)
  const picture = view.pages.find(({ number }) => number === focused?.provenance?.page)
  const crop = focused?.provenance && picture && (
    <FieldCrop
      key={focused.id}
      label={focused.label}
      provenance={focused.provenance}
      src={srcOf(picture.imageId)}
    />
  )
  const isCell = focusId !== null && !view.fields.some(({ id }) => id === focusId)
  // A long table takes longer than all the rest: page and fields are there a moment before it, unless the
  // keyboard begins in it.
  const shownId = useDeferredValue(view.id)
  const tables = shownId === view.id || isCell ? view.tables : []
  return (
    <div className={classes.panel}>
      <section
        className={classes.scroller}
        aria-label="Fields"
        // Where nothing is to be looked at, the keyboard is here.
        tabIndex={-1}
        data-fields
      >
        {view.error && (
          <div className={classes.notice}>
            <Notice tone="bad">{view.error.message}</Notice>
          </div>
        )}
        <CheckList checks={view.checks} onShow={onCheck} />
        {groupFields(view.fields).map(({ title, fields }) => (
          <section key={title} aria-label={title}>
            <h2 className={classes.title}>{title}</h2>
            {fields.map((field) => (
              <FieldRow
                // The next document of its type has the same fields: their rows are filled anew, not made anew.
                key={field.name}
                documentId={view.id}
                field={field}
                isCurrent={field.id === focusId}
                filled={fills.get(field.id) ?? 0}
                isTabStop={field.id === tabStop}
                crop={field.id === focusId ? crop : null}
                {...hands}
              />
            ))}
          </section>
        ))}
        <EquationList
          equations={view.equations}
          focusId={focusId}
          onPick={(id) => onPick(all.find((field) => field.id === id))}
        />
        {tables.map((table) => (
          <FieldTable
            key={`${view.id} ${table.name}`}
            table={table}
            focusId={heldBy(table, focusId)}
            tabStop={heldBy(table, tabStop)}
            fills={fills}
            onRow={onRow}
            onCell={onCell}
            {...hands}
          />
        ))}
        {all.length === 0 && !view.error && (
          <NoFields hasNoText={hasNoText} onSetType={onSetType} />
        )}
      </section>
      {all.length > 0 && (
        <FieldInspector
          field={focused}
          crop={isCell ? crop : null}
          word={word}
          toReview={toReview}
          onTake={hands.onTake}
        />
      )}
      <ReviewBar
        review={view.review}
        words={reviewWords(view, toReview)}
        leftToReview={leftToReview}
        hasNext={leftToReview > 0 || view.nextId !== null}
        onApprove={onApprove}
        moves={moves}
        onUndo={onUndo}
        onRedo={onRedo}
      />
    </div>
  )
}

/** null for every table but the one that has the field: the others are not drawn anew. */
function heldBy({ rows }: DocumentView['tables'][number], fieldId: number | null): number | null {
  const isHere = rows.some((row) => Object.values(row).some(({ id }) => id === fieldId))
  return isHere ? fieldId : null
}

function reviewWords(view: DocumentView, toReview: number): string {
  if (view.review === 'approved') return 'Approved by you'
  if (view.review === 'rejected') return `Rejected: ${view.reviewReason}`
  if (view.postponed?.until) return `Postponed until ${dayOf(view.postponed.until)}`
  if (view.postponed) return 'Postponed to the end: it comes back when nothing else is left'
  if (toReview > 0) return `${counted(toReview, 'field')} to look at`
  return view.status === 'needs_review' ? 'Please look it over' : 'Everything agrees'
}
