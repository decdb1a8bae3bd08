import { Checkbox } from '@mantine/core'
import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react'
import type { Correction } from '../../electron/views.ts'
import classes from './CorrectionRow.module.css'

interface CorrectionRowProps {
  readonly correction: Correction
  readonly isChosen: boolean
  readonly onToggle: () => void
}

/** One difference between an export that came back and Sheaf, with a tick that takes it over. */
export function CorrectionRow({ correction, isChosen, onToggle }: CorrectionRowProps) {
  const { filename, isConflict } = correction
  const place = placeOf(correction)
  return (
    <tr className={classes.row}>
      <td>
        <Checkbox
          size="xs"
          aria-label={`${filename}, ${place}`}
          checked={isChosen}
          onChange={onToggle}
        />
      </td>
      <td>
        <span className={classes.place}>{place}</span>
        <span className={classes.file}>{filename}</span>
      </td>
      <td>
        <Now correction={correction} />
        {isConflict && (
          <span className={classes.conflict}>
            <IconArrowsExchange size={13} stroke={2.2} aria-hidden />
            {correction.kind === 'value'
              ? `changed here, too: was ${correction.exported ?? 'nothing'}`
              : 'changed here, too'}
          </span>
        )}
      </td>
      <td>
        <Next correction={correction} />
      </td>
    </tr>
  )
}

function Now({ correction }: { readonly correction: Correction }) {
  if (correction.kind === 'value') return <Value value={correction.now} />
  return <Value value={correction.kind === 'row_added' ? null : correction.words} />
}

function Next({ correction }: { readonly correction: Correction }) {
  if (correction.kind === 'value') return <Value value={correction.next} />
  const isAdded = correction.kind === 'row_added'
  const Icon = isAdded ? IconPlus : IconMinus
  return (
    <span className={classes.rowMark}>
      <Icon size={13} stroke={2.2} aria-hidden />
      {isAdded ? `new row: ${correction.words}` : 'row deleted'}
    </span>
  )
}

function Value({ value }: { readonly value: string | null }) {
  return value === null ? (
    <span className={classes.nothing}>nothing</span>
  ) : (
    <span className={classes.value}>{value}</span>
  )
}

function placeOf(correction: Correction): string {
  const { table, row } = correction
  const where = table === null || row === null ? '' : `${tableWords(table)}, row ${row + 1}`
  if (correction.kind !== 'value') return where
  return [correction.label, where].filter(Boolean).join(' · ')
}

function tableWords(table: string): string {
  const words = table.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
