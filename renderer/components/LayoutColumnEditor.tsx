import { NativeSelect, TextInput } from '@mantine/core'
import type { LayoutColumn, LayoutPreview, LayoutSources } from '../../electron/views.ts'
import type { LayoutColumnDraft } from '../layoutDraft.ts'
import {
  datePatterns,
  decimalChoices,
  markChoices,
  signChoices,
  sourceKey,
  sourceOfKey,
  sourceWords,
  thousandsChoices,
  writtenAs,
} from '../layoutWords.ts'
import { sourceOptions } from '../sourceOptions.ts'
import { EditorRow } from './EditorRow.tsx'
import classes from './FieldEditor.module.css'
import { Notice } from './Notice.tsx'
import { ProblemList } from './ProblemList.tsx'

interface LayoutColumnEditorProps {
  readonly column: LayoutColumnDraft
  readonly sources: LayoutSources
  readonly hasItems: boolean
  readonly problems: LayoutPreview['problems']
  readonly warnings: LayoutPreview['warnings']
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (change: Partial<LayoutColumn>) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onDropOn: (other: string) => void
  readonly onRemove: () => void
}

const plainNumber = { decimals: null, mark: null, thousands: '' } as const

/** One column of a layout: what it shows, what stands above it and how it is written. */
export function LayoutColumnEditor(props: LayoutColumnEditorProps) {
  const { column, sources, hasItems, problems, warnings, isOpen, onChange, onDropOn } = props
  const { source, header, date, number, sign, key, isUnmatched } = column
  const kind = writtenAs(source, sources)
  const words = sourceWords(source, sources)
  const set = (change: Partial<NonNullable<LayoutColumn['number']>>) => {
    const next = { ...(number ?? plainNumber), ...change }
    const isPlain = next.decimals === null && next.mark === null && next.thousands === ''
    onChange({ number: isPlain ? null : next })
  }
  const facts = [...(words === header ? [] : [words]), ...(date ? [date] : []), ...signFact(sign)]
  const isOwnPattern = date !== null && !datePatterns.some(({ value }) => value === date)
  return (
    <EditorRow
      id={key}
      kind="column"
      title={header || words}
      facts={facts}
      problems={problems.length}
      look={isUnmatched ? 'Not matched' : null}
      isOpen={isOpen}
      onToggle={props.onToggle}
      onMove={props.onMove}
      onDropOn={onDropOn}
      onRemove={props.onRemove}
    >
      {isUnmatched && (
        <Notice tone="look">
          Nobody knows what “{header}” is. Choose what it shows, or leave it as a column with the
          same text in every row.
        </Notice>
      )}
      <div className={classes.pair}>
        <NativeSelect
          size="sm"
          label="Shows"
          value={sourceKey(source)}
          data={sourceOptions(sources, { hasItems, chosen: source })}
          onChange={({ currentTarget }) => {
            const next = sourceOfKey(currentTarget.value)
            const isUsual = header === '' || header === sourceWords(source, sources)
            onChange({
              source: next,
              ...{ date: null, number: null, sign: 'as_is' },
              // Who gave it a name of its own keeps that.
              ...(isUsual && next.kind !== 'constant' && { header: sourceWords(next, sources) }),
            })
          }}
        />
        <TextInput
          size="sm"
          label="Header"
          placeholder="Nothing above it"
          maxLength={200}
          value={header}
          onChange={({ currentTarget }) => onChange({ header: currentTarget.value })}
        />
      </div>
      {source.kind === 'constant' && (
        <TextInput
          size="sm"
          label="Text in every row"
          placeholder="Empty"
          maxLength={1000}
          value={source.text}
          onChange={({ currentTarget }) =>
            onChange({ source: { kind: 'constant', text: currentTarget.value } })
          }
        />
      )}
      {kind === 'date' && (
        <div className={classes.pair}>
          <NativeSelect
            size="sm"
            label="Dates are written"
            value={isOwnPattern ? 'own' : (date ?? '')}
            data={[...datePatterns, { value: 'own', label: 'In another way…' }]}
            onChange={({ currentTarget: { value } }) =>
              onChange({ date: value === '' ? null : value === 'own' ? 'd. M. yyyy' : value })
            }
          />
          {isOwnPattern && (
            <TextInput
              size="sm"
              label="With dd, MM and yyyy"
              maxLength={40}
              value={date}
              error={problems.some(({ path }) => path.at(-1) === 'date')}
              onChange={({ currentTarget }) => onChange({ date: currentTarget.value })}
            />
          )}
        </div>
      )}
      {kind === 'number' && (
        <>
          <div className={classes.pair}>
            <NativeSelect
              size="sm"
              label="Decimals"
              value={String(number?.decimals ?? '')}
              data={decimalChoices}
              onChange={({ currentTarget: { value } }) =>
                set({ decimals: value === '' ? null : Number(value) })
              }
            />
            <NativeSelect
              size="sm"
              label="Decimal mark"
              value={number?.mark ?? ''}
              data={[...markChoices]}
              onChange={({ currentTarget: { value } }) =>
                set({ mark: markChoices.find((one) => one.value === value)?.value || null })
              }
            />
          </div>
          <div className={classes.pair}>
            <NativeSelect
              size="sm"
              label="Between thousands"
              value={number?.thousands ?? ''}
              data={[...thousandsChoices]}
              onChange={({ currentTarget: { value } }) =>
                set({
                  thousands: thousandsChoices.find((one) => one.value === value)?.value ?? '',
                })
              }
            />
            <NativeSelect
              size="sm"
              label="Sign"
              value={sign}
              data={[...signChoices]}
              onChange={({ currentTarget: { value } }) =>
                onChange({ sign: signChoices.find((one) => one.value === value)?.value ?? 'as_is' })
              }
            />
          </div>
        </>
      )}
      <ProblemList problems={problems} />
      {warnings.map(({ sentence }) => (
        <p key={sentence} className={classes.hint}>
          {sentence}
        </p>
      ))}
    </EditorRow>
  )
}

function signFact(sign: LayoutColumn['sign']): readonly string[] {
  const words = { as_is: null, negated: 'turned over', absolute: 'never below zero' } as const
  const said = sign === 'credit_negative' ? 'below zero on credit notes' : words[sign]
  return said === null ? [] : [said]
}
