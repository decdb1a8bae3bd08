import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FieldEditor } from '../components/FieldEditor.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemList } from '../components/ProblemList.tsx'
import { RuleEditor } from '../components/RuleEditor.tsx'
import { TableEditor } from '../components/TableEditor.tsx'
import { TemplateBasics } from '../components/TemplateBasics.tsx'
import {
  backIn,
  moved,
  withField,
  withFieldBack,
  withNewRule,
  withNewTable,
  without,
  withoutField,
  withRule,
  withTable,
  withTitle,
} from '../draftEdits.ts'
import { keepFocus } from '../keepFocus.ts'
import { problemsWithin } from '../problemsWithin.ts'
import { ruleWords } from '../ruleWords.ts'
import { showRemovedRow } from '../showRemovedRow.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBenchStore } from '../stores/benchStore.ts'
import { useTemplateStore } from '../stores/templateStore.ts'
import type { FieldDraft, TableDraft, TemplateDraft } from '../templateDraft.ts'
import classes from './TemplateEditor.module.css'

interface TemplateEditorProps {
  readonly draft: TemplateDraft
  /** Keys of the rows that are open. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
  readonly onAddField: () => void
  /** Opens a page to draw on for a field; null: there is none. */
  readonly onDraw: ((key: string) => void) | null
}

/** The draft of a template: what it is called, its fields, tables and rules, with problems beside them. */
export function TemplateEditor({ draft, open, onToggle, onAddField, onDraw }: TemplateEditorProps) {
  const { problems, misread, edit } = useTemplateStore()
  const bench = useBenchStore()
  const templates = useAppStore(({ app }) => app?.templates ?? [])
  const categories = [...new Set(templates.map(({ category }) => category))]

  const pattern = {
    watched: bench.watched,
    matches: bench.matches,
    documents: bench.chosen.length,
    onWatch: bench.match,
  }
  const add = (change: (draft: TemplateDraft) => TemplateDraft, rows: 'tables' | 'rules') => {
    edit(change)
    const added = useTemplateStore.getState().draft?.[rows].at(-1)
    if (added) onToggle(added.key)
  }
  const removeField = ({ key, label }: FieldDraft) => {
    edit((now) => withoutField(now, key))
    showRemovedRow(key, label ? `“${label}”` : 'The field', () =>
      edit((now) => withFieldBack(now, draft, key)),
    )
  }
  const removeTable = ({ key, label }: TableDraft) => {
    edit((now) => ({ ...now, tables: without(now.tables, key) }))
    showRemovedRow(key, label ? `“${label}”` : 'The table', () =>
      edit((now) => ({ ...now, tables: backIn(now.tables, draft.tables, key) })),
    )
  }
  const wrongWithAll = (part: string) =>
    problemsWithin(problems, part).filter(({ path }) => path.length === 0)
  const labelOf = (name: string) => draft.fields.find((field) => field.name === name)?.label ?? name

  return (
    <div className={classes.editor}>
      {misread.length > 0 && (
        <Notice tone="look">
          Not all of the file was understood. {misread.map(({ sentence }) => sentence).join(' ')}
        </Notice>
      )}
      <Part name="What it is">
        <TemplateBasics
          draft={draft}
          problems={problems}
          categories={categories}
          onTitle={(title) => edit((now) => withTitle(now, title))}
          onChange={(change) => edit((now) => ({ ...now, ...change }))}
        />
      </Part>
      <Part
        name="Fields"
        words={
          draft.fields.length === 0
            ? 'A field is one value to look for, such as a date or a total. Add the first one.'
            : undefined
        }
        action={
          <AddButton
            words="Add a field"
            keys={<Keys command="template.field" />}
            onAdd={onAddField}
          />
        }
      >
        <ProblemList
          problems={wrongWithAll('fields').map(({ path }) => ({
            ...{ path, sentence: 'A template needs at least one field.' },
          }))}
        />
        <ol className={classes.rows} aria-label="Fields">
          {draft.fields.map((field, at) => (
            <FieldEditor
              key={field.key}
              field={field}
              problems={problemsWithin(problems, 'fields', at)}
              isOpen={open.has(field.key)}
              pattern={pattern}
              onToggle={() => onToggle(field.key)}
              onChange={(change) => edit((now) => withField(now, field.key, change))}
              onMove={(step) =>
                keepFocus(() =>
                  edit((now) => ({ ...now, fields: moved(now.fields, field.key, step) })),
                )
              }
              onRemove={() => removeField(field)}
              onDraw={onDraw && (() => onDraw(field.key))}
            />
          ))}
        </ol>
      </Part>
      <Part
        name="Tables"
        words={
          draft.tables.length === 0
            ? 'A table has a row for each item, such as the lines of an invoice.'
            : undefined
        }
        action={<AddButton words="Add a table" onAdd={() => add(withNewTable, 'tables')} />}
      >
        <ProblemList problems={wrongWithAll('tables')} />
        <ol className={classes.rows} aria-label="Tables">
          {draft.tables.map((table, at) => (
            <TableEditor
              key={table.key}
              table={table}
              problems={problemsWithin(problems, 'tables', at)}
              isOpen={(key) => open.has(key)}
              onToggle={onToggle}
              onChange={(change) => edit((now) => withTable(now, table.key, change))}
              onMove={keepFocus}
              onStep={(step) =>
                keepFocus(() =>
                  edit((now) => ({ ...now, tables: moved(now.tables, table.key, step) })),
                )
              }
              onRemove={() => removeTable(table)}
            />
          ))}
        </ol>
      </Part>
      <Part
        name="Rules"
        words={
          draft.rules.length === 0
            ? 'A rule is what has to hold between fields, such as Net total + Tax total = Grand total.'
            : undefined
        }
        action={
          <AddButton
            words="Add a rule"
            isDisabled={draft.fields.length === 0}
            onAdd={() => add(withNewRule, 'rules')}
          />
        }
      >
        <ProblemList problems={wrongWithAll('rules')} />
        <ol className={classes.rows} aria-label="Rules">
          {draft.rules.map((rule, at) => (
            <RuleEditor
              key={rule.key}
              rule={rule}
              fields={draft.fields}
              problems={problemsWithin(problems, 'rules', at)}
              isOpen={open.has(rule.key)}
              pattern={pattern}
              onToggle={() => onToggle(rule.key)}
              onChange={(changed) => edit((now) => withRule(now, changed))}
              onMove={(step) =>
                keepFocus(() =>
                  edit((now) => ({ ...now, rules: moved(now.rules, rule.key, step) })),
                )
              }
              onRemove={() => {
                edit((now) => ({ ...now, rules: without(now.rules, rule.key) }))
                showRemovedRow(rule.key, `“${ruleWords(rule, labelOf)}”`, () =>
                  edit((now) => ({ ...now, rules: backIn(now.rules, draft.rules, rule.key) })),
                )
              }}
            />
          ))}
        </ol>
      </Part>
    </div>
  )
}

interface PartProps {
  readonly name: string
  readonly words?: string | undefined
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Part({ name, words, action, children }: PartProps) {
  return (
    <section aria-label={name} className={classes.part}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{name}</h2>
        {action}
      </div>
      {words && <p className={classes.words}>{words}</p>}
      {children}
    </section>
  )
}

interface AddButtonProps {
  readonly words: string
  readonly keys?: ReactNode
  readonly isDisabled?: boolean
  readonly onAdd: () => void
}

function AddButton({ words, keys, isDisabled = false, onAdd }: AddButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} stroke={1.8} />}
      rightSection={keys}
      disabled={isDisabled}
      onClick={onAdd}
    >
      {words}
    </Button>
  )
}
