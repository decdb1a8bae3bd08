import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FieldView } from '../../electron/views.ts'
import { percentOf } from '../format.ts'
import { certaintyOf, certaintyWords, readerPhrase } from '../words.ts'
import classes from './FieldInspector.module.css'
import { Keys } from './Keys.tsx'

export interface FieldInspectorProps {
  readonly field: FieldView | null
  /** The printed value, where there is no room for it beside the input. */
  readonly crop: ReactNode
  /** The word of the pages that would be taken for what is being typed. */
  readonly word: { readonly text: string; readonly others: number } | null
  readonly toReview: number
  readonly onTake: (field: FieldView, candidate: number) => void
}

/** Everything about the field in focus: why to look, where it comes from, what else it could be. */
export function FieldInspector({ field, crop, word, toReview, onTake }: FieldInspectorProps) {
  if (!field)
    return (
      <aside className={classes.inspector} aria-label="About the field">
        <p className={classes.hint}>
          {toReview > 0 ? (
            <>
              <Keys command="document.nextReview" /> goes to the next value to look at.
            </>
          ) : (
            'Choose a value to see where on the page it comes from.'
          )}
        </p>
      </aside>
    )
  return (
    <aside className={classes.inspector} aria-label="About the field">
      <p className={classes.origin}>
        <strong>{field.label}</strong>
        <span>{originOf(field)}</span>
      </p>
      {word && (
        <p className={classes.word} aria-live="polite">
          <Keys command="field.word" /> takes “{word.text}” from the page
          {word.others > 0 && `; arrows choose among ${word.others} more`}
        </p>
      )}
      {crop}
      {field.doubt !== null && (
        <p className={classes.reason}>
          <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
          {field.doubt}
        </p>
      )}
      <p className={classes.raw}>
        {field.why}
        {field.raw !== null && field.raw !== field.value && ` Printed as “${field.raw}”.`}
      </p>
      {field.candidates.length > 1 && (
        <ol className={classes.candidates} aria-label="Candidates">
          {field.candidates.map((candidate, index) => (
            <li key={`${candidate.value} ${candidate.provenance?.box.join()}`}>
              <button
                type="button"
                className={classes.candidate}
                aria-pressed={candidate.value === field.value}
                title={`Alt+${index + 1}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(field, index + 1)}
              >
                <kbd className={classes.number}>{index + 1}</kbd>
                <span className={classes.value}>{candidate.value}</span>
                <span className={classes.why}>{candidate.why.join(', ')}</span>
                <span className={classes.share}>{percentOf(candidate.confidence)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}

function originOf(field: FieldView): string {
  if (field.corrected) return 'set by hand'
  if (field.value === null) return field.accepted ? 'none, accepted by you' : 'not found'
  const where = field.provenance ? `page ${field.provenance.page}` : 'printed nowhere'
  const certainty = field.accepted
    ? 'accepted by you'
    : `${percentOf(field.confidence)}, ${certaintyWords[certaintyOf(field.confidence)]}`
  return [where, readerPhrase(field.reader), certainty].join(' · ')
}
