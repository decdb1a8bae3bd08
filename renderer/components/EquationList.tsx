import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { EquationView } from '../../electron/views.ts'
import { counted } from '../words.ts'
import classes from './EquationList.module.css'

interface EquationListProps {
  readonly equations: readonly EquationView[]
  readonly focusId: number | null
  readonly onPick: (fieldId: number) => void
}

/** A longer sum is folded to its first terms. */
const atMost = 8
const folded = 3

const states = {
  open: { Icon: IconCircleDashed, words: 'open' },
  proven: { Icon: IconCircleCheck, words: 'proven' },
  broken: { Icon: IconCircleX, words: 'does not add up' },
} as const

/** The arithmetic of a document, a line each; rows that hold are counted, rows that do not are shown. */
export function EquationList({ equations, focusId, onPick }: EquationListProps) {
  const ofRow = ({ row }: EquationView) => row !== null
  const shown = equations.filter((equation) => !ofRow(equation) || equation.state === 'broken')
  const rowsProven = equations.filter((one) => ofRow(one) && one.state === 'proven').length
  if (shown.length === 0 && rowsProven === 0) return null
  return (
    <section className={classes.list} aria-label="Arithmetic">
      <h2 className={classes.title}>Arithmetic</h2>
      {shown.map((equation) => (
        <Line key={keyOf(equation)} equation={equation} focusId={focusId} onPick={onPick} />
      ))}
      {rowsProven > 0 && (
        <p className={classes.rows}>
          <IconCircleCheck size={15} stroke={1.9} aria-hidden className={classes.tick} />
          {counted(rowsProven, 'row')} of the tables: proven
        </p>
      )}
    </section>
  )
}

interface LineProps extends Pick<EquationListProps, 'focusId' | 'onPick'> {
  readonly equation: EquationView
}

function Line({ equation, focusId, onPick }: LineProps) {
  const { terms, result, operator, computed, state, note, row } = equation
  const [isWhole, setIsWhole] = useState(false)
  const isFolded = !isWhole && terms.length > atMost
  const shown = isFolded ? terms.slice(0, folded) : terms
  const sign = <span className={classes.sign}>{operator === 'plus' ? '+' : '×'}</span>
  const { Icon, words } = states[state]
  const term = (one: EquationView['result']) => (
    <Value term={one} isCurrent={one.fieldId !== null && one.fieldId === focusId} onPick={onPick} />
  )
  return (
    <div className={classes.line} data-state={state}>
      <Icon size={15} stroke={1.9} aria-hidden className={classes.icon} />
      <div className={classes.sum}>
        {row !== null && <span className={classes.row}>Row {row + 1}:</span>}
        {shown.map((one, index) => (
          <Fragment key={`${one.fieldId} ${one.label}`}>
            {index > 0 && sign}
            {term(one)}
          </Fragment>
        ))}
        {isFolded && (
          <>
            {sign}
            <button type="button" className={classes.more} onClick={() => setIsWhole(true)}>
              {terms.length - folded} more
            </button>
          </>
        )}
        <span className={classes.sign}>{state === 'broken' ? '≠' : '='}</span>
        {term(result)}
        <span className={classes.state}>
          {words}
          {state === 'broken' && computed !== null && `, it makes ${computed}`}
        </span>
        {note !== null && <span className={classes.note}>{note}</span>}
      </div>
    </div>
  )
}

interface ValueProps {
  readonly term: EquationView['result']
  readonly isCurrent: boolean
  readonly onPick: (fieldId: number) => void
}

/** A figure with its name; one that is a field leads there. */
function Value({ term: { fieldId, label, value }, isCurrent, onPick }: ValueProps) {
  const inside = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.figure}>{value ?? '?'}</span>
    </>
  )
  if (fieldId === null) return <span className={classes.value}>{inside}</span>
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.value}
      aria-current={isCurrent || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(fieldId)}
    >
      {inside}
    </button>
  )
}

function keyOf({ code, table, row, result }: EquationView): string {
  return [code, table, row, result.fieldId, result.label].join(' ')
}
