import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { TemplateProblem } from '../../electron/views.ts'
import { fieldTypeWords } from '../fieldTypeWords.ts'
import { placeWords } from '../placeWords.ts'
import { problemsBeside, wrongWith } from '../problemsWithin.ts'
import type { FieldDraft } from '../templateDraft.ts'
import { EditorRow } from './EditorRow.tsx'
import classes from './FieldEditor.module.css'
import { LabelChips } from './LabelChips.tsx'
import { LabelInput, NameInput, TypeSelect } from './NamedInputs.tsx'
import { type PatternHands, PatternInput } from './PatternInput.tsx'
import { PlaceChooser } from './PlaceChooser.tsx'
import { ProblemList } from './ProblemList.tsx'
import { TermInput } from './TermInput.tsx'

interface FieldEditorProps {
  readonly field: FieldDraft
  /** Of this field alone. */
  readonly problems: readonly TemplateProblem[]
  readonly isOpen: boolean
  readonly pattern: PatternHands
  readonly onToggle: () => void
  readonly onChange: (change: Partial<FieldDraft>) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onRemove: () => void
  readonly onDraw: (() => void) | null
}

const controls = [
  ...[
    'label',
    'name',
    'type',
    'description',
    'labels',
    'weakLabels',
    'notLabels',
    'pattern',
    'term',
  ],
]

const roles: readonly { value: FieldDraft['role']; label: string }[] = [
  { value: 'document', label: 'Nobody in particular' },
  { value: 'seller', label: 'The seller, or who wrote it' },
  { value: 'buyer', label: 'The buyer, or who gets it' },
]

const totals: readonly { value: NonNullable<FieldDraft['total']> | ''; label: string }[] = [
  { value: '', label: 'None' },
  { value: 'net', label: 'Net total' },
  { value: 'tax', label: 'Tax' },
  { value: 'extra', label: 'Tip or the like, on top' },
  { value: 'gross', label: 'Grand total' },
  { value: 'prepaid', label: 'Paid already' },
  { value: 'due', label: 'What is left to pay' },
]

/** One field of a template: what it is called, what kind of value it has, and how it is found. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, problems, isOpen, pattern, onToggle, onChange, onMove, onRemove, onDraw } = props
  const wrong = (entry: string) => wrongWith(problems, entry)
  const place = placeWords(field.where)
  return (
    <EditorRow
      id={field.key}
      kind="field"
      title={field.label}
      facts={[
        fieldTypeWords[field.type].words,
        ...(field.required ? ['required'] : []),
        ...(place === null ? [] : [place.charAt(0).toLowerCase() + place.slice(1)]),
      ]}
      problems={problems.length}
      isOpen={isOpen}
      onToggle={onToggle}
      onMove={onMove}
      onRemove={onRemove}
    >
      <div className={classes.pair}>
        <LabelInput
          draft={field}
          wrong={wrong}
          placeholder="Such as Due date"
          onChange={onChange}
        />
        <TypeSelect type={field.type} error={wrong('type')} onChange={onChange} />
      </div>
      <TextInput
        size="sm"
        label="Description"
        placeholder="For whoever reviews it; may stay empty"
        autoComplete="off"
        value={field.description}
        error={wrong('description')}
        onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
      />
      <LabelChips
        label="Words printed beside it"
        description={
          field.label === ''
            ? 'Enter adds what is typed.'
            : `Enter adds what is typed. Without any, “${field.label}” itself is looked for.`
        }
        placeholder="Such as Payable by"
        labels={field.labels}
        error={wrong('labels')}
        onChange={(labels) => onChange({ labels })}
      />
      <Checkbox
        size="sm"
        label="Required: a document without it needs review"
        checked={field.required}
        onChange={({ currentTarget }) => onChange({ required: currentTarget.checked })}
      />
      <PlaceChooser
        label={field.label || 'the field'}
        where={field.where}
        onChange={(where) => onChange({ where })}
        onDraw={onDraw}
      />
      <details className={classes.advanced}>
        <summary>Advanced</summary>
        <div className={classes.inner}>
          <NameInput
            draft={field}
            wrong={wrong}
            description="The column in exports. Rules follow when it changes; earlier exports do not."
            onChange={onChange}
          />
          <PatternInput
            {...pattern}
            label="Pattern"
            pattern={field.pattern ?? ''}
            type={field.type}
            error={wrong('pattern')}
            onChange={(text) => onChange({ pattern: text || null })}
          />
          <LabelChips
            label="Words that count only where nothing better does"
            description="“Invoice” alone is one: beside a number it may mean the invoice number, if nothing says so more clearly."
            placeholder="Such as Invoice"
            labels={field.weakLabels}
            error={wrong('weakLabels')}
            onChange={(weakLabels) => onChange({ weakLabels })}
          />
          <LabelChips
            label="Words that speak against it"
            description="A value beside one of these is another one."
            placeholder="Such as Customer number"
            labels={field.notLabels}
            error={wrong('notLabels')}
            onChange={(notLabels) => onChange({ notLabels })}
          />
          <TermInput term={field.term} error={wrong('term')} onChange={onChange} />
          <div className={classes.pair}>
            <NativeSelect
              size="sm"
              label="Whose it is"
              value={field.role}
              data={[...roles]}
              onChange={({ currentTarget }) =>
                onChange({
                  role:
                    roles.find(({ value }) => value === currentTarget.value)?.value ?? 'document',
                })
              }
            />
            {field.type === 'amount' && (
              <NativeSelect
                size="sm"
                label="Part in the totals"
                value={field.total ?? ''}
                data={[...totals]}
                onChange={({ currentTarget }) =>
                  onChange({
                    total: totals.find(({ value }) => value === currentTarget.value)?.value || null,
                  })
                }
              />
            )}
          </div>
        </div>
      </details>
      <ProblemList problems={problemsBeside(problems, controls)} />
    </EditorRow>
  )
}
