import { Checkbox, NativeSelect } from '@mantine/core'
import type { TemplateProblem } from '../../electron/views.ts'
import { fieldTypeWords } from '../fieldTypeWords.ts'
import { chipsOf, withLabel } from '../labelChips.ts'
import { problemsBeside, wrongWith } from '../problemsWithin.ts'
import type { ColumnDraft } from '../templateDraft.ts'
import { EditorRow } from './EditorRow.tsx'
import classes from './FieldEditor.module.css'
import { LabelChips } from './LabelChips.tsx'
import { LabelInput, NameInput, TypeSelect } from './NamedInputs.tsx'
import { ProblemList } from './ProblemList.tsx'
import { TermInput } from './TermInput.tsx'

interface ColumnEditorProps {
  /** Told apart from columns of other tables. */
  readonly id: string
  readonly column: ColumnDraft
  /** What it may be in the arithmetic of its table: a name and its words. */
  readonly roles: Readonly<Record<string, string>>
  readonly problems: readonly TemplateProblem[]
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (change: Partial<ColumnDraft>) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onRemove: () => void
}

/** A column of a table of a template. */
export function ColumnEditor(props: ColumnEditorProps) {
  const { id, column, roles, problems, isOpen, onToggle, onChange, onMove, onRemove } = props
  const wrong = (entry: string) => wrongWith(problems, entry)
  return (
    <EditorRow
      id={id}
      kind="column"
      title={column.label}
      facts={[fieldTypeWords[column.type].words, ...(column.required ? ['required'] : [])]}
      problems={problems.length}
      isOpen={isOpen}
      onToggle={onToggle}
      onMove={onMove}
      onRemove={onRemove}
    >
      <div className={classes.pair}>
        <LabelInput
          draft={column}
          wrong={wrong}
          placeholder="Such as Quantity"
          onChange={onChange}
        />
        <TypeSelect type={column.type} error={wrong('type')} onChange={onChange} />
        <NativeSelect
          size="sm"
          label="What it is in the table"
          value={column.name in roles ? column.name : ''}
          data={[
            { value: '', label: 'Something else' },
            ...Object.entries(roles).map(([name, words]) => ({ value: name, label: words })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            // Without a part of its own it is called after its label again.
            onChange(
              value === ''
                ? { isNameOwn: false, label: column.label }
                : {
                    ...{ name: value, isNameOwn: true },
                    labels: withLabel(
                      column.labels,
                      chipsOf(column.labels).length === 0 ? column.label : '',
                      null,
                    ),
                  },
            )
          }
        />
      </div>
      <LabelChips
        label="Words in its header"
        description={
          column.isNameOwn || column.label === ''
            ? 'Enter adds what is typed.'
            : `Enter adds what is typed. Without any, “${column.label}” itself is looked for.`
        }
        placeholder="Such as Qty"
        labels={column.labels}
        error={wrong('labels')}
        onChange={(labels) => onChange({ labels })}
      />
      <Checkbox
        size="sm"
        label="Required: without its heading this is another table"
        checked={column.required}
        onChange={({ currentTarget }) => onChange({ required: currentTarget.checked })}
      />
      <details className={classes.advanced}>
        <summary>Advanced</summary>
        <div className={classes.inner}>
          <NameInput
            draft={column}
            wrong={wrong}
            description="The column in exports."
            onChange={onChange}
          />
          <TermInput term={column.term} error={wrong('term')} onChange={onChange} />
        </div>
      </details>
      <ProblemList problems={problemsBeside(problems, columnControls)} />
    </EditorRow>
  )
}

const columnControls = ['label', 'name', 'type', 'labels', 'term']
