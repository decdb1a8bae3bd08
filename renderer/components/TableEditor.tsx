import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { TemplateProblem } from '../../electron/views.ts'
import { columnRoles } from '../columnRoles.ts'
import { moved, withColumn, withNewColumn, without } from '../draftEdits.ts'
import { problemsBeside, problemsWithin, wrongWith } from '../problemsWithin.ts'
import type { ColumnDraft, TableDraft } from '../templateDraft.ts'
import { counted } from '../words.ts'
import { ColumnEditor } from './ColumnEditor.tsx'
import { EditorRow } from './EditorRow.tsx'
import classes from './FieldEditor.module.css'
import { LabelChips } from './LabelChips.tsx'
import { LabelInput, NameInput } from './NamedInputs.tsx'
import { ProblemList } from './ProblemList.tsx'

interface TableEditorProps {
  readonly table: TableDraft
  readonly problems: readonly TemplateProblem[]
  readonly isOpen: (key: string) => boolean
  readonly onToggle: (key: string) => void
  readonly onChange: (change: Partial<TableDraft>) => void
  /** Rows keep the keyboard when they move. */
  readonly onMove: (move: () => void) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onRemove: () => void
}

const kinds: readonly { value: TableDraft['kind']; label: string }[] = [
  { value: 'items', label: 'Items under a header' },
  { value: 'tax', label: 'Taxes, a row per rate' },
  { value: 'ledger', label: 'Movements of an account' },
]

/** A table of a template with its columns. */
export function TableEditor(props: TableEditorProps) {
  const { table, problems, isOpen, onToggle, onChange, onMove, onStep, onRemove } = props
  const wrong = (entry: string) => wrongWith(problems, entry)
  const keyOf = (column: ColumnDraft) => `${table.key}-${column.key}`
  const addColumn = () => {
    const columns = withNewColumn(table)
    onChange({ columns })
    const added = columns.at(-1)
    if (added) onToggle(keyOf(added))
  }
  return (
    <EditorRow
      id={table.key}
      kind="table"
      title={table.label}
      facts={[counted(table.columns.length, 'column')]}
      problems={problems.length}
      isOpen={isOpen(table.key)}
      onToggle={() => onToggle(table.key)}
      onMove={onStep}
      onRemove={onRemove}
    >
      <div className={classes.pair}>
        <LabelInput
          draft={table}
          wrong={wrong}
          placeholder="Such as Line items"
          onChange={onChange}
        />
        <NativeSelect
          size="sm"
          label="What its rows are"
          value={table.kind}
          data={[...kinds]}
          onChange={({ currentTarget }) =>
            onChange({
              kind: kinds.find(({ value }) => value === currentTarget.value)?.value ?? 'items',
            })
          }
        />
      </div>
      <div>
        <h4 className={classes.heading}>Columns</h4>
        {table.kind === 'items' && !table.columns.some(({ required }) => required) && (
          <p className={classes.hint}>
            Make one column required: the table is found by its heading.
          </p>
        )}
        <ul className={classes.rows} aria-label={`Columns of ${table.label || 'the table'}`}>
          {table.columns.map((column, at) => (
            <ColumnEditor
              key={column.key}
              id={keyOf(column)}
              column={column}
              roles={columnRoles[table.kind]}
              problems={problemsWithin(problems, 'columns', at)}
              isOpen={isOpen(keyOf(column))}
              onToggle={() => onToggle(keyOf(column))}
              onChange={(change) => onChange({ columns: withColumn(table, column.key, change) })}
              onMove={(step) =>
                onMove(() => onChange({ columns: moved(table.columns, column.key, step) }))
              }
              onRemove={() => onChange({ columns: without(table.columns, column.key) })}
            />
          ))}
        </ul>
        <Button
          size="compact-sm"
          variant="subtle"
          mt={6}
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={addColumn}
        >
          Add a column
        </Button>
      </div>
      <LabelChips
        label="The table ends before"
        description="Words that open the first line after it."
        placeholder="Such as Subtotal"
        labels={table.endsBefore}
        error={wrong('endsBefore')}
        onChange={(endsBefore) => onChange({ endsBefore })}
      />
      <details className={classes.advanced}>
        <summary>Advanced</summary>
        <div className={classes.inner}>
          <NameInput
            draft={table}
            wrong={wrong}
            description="What it is called in exports."
            onChange={onChange}
          />
        </div>
      </details>
      <ProblemList problems={problemsBeside(problems, tableControls)} />
    </EditorRow>
  )
}

const tableControls = ['label', 'name', 'endsBefore', 'columns']
