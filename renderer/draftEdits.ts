import { blankColumn, blankField, blankTable } from './blankRows.ts'
import { nameFromLabel } from './nameFromLabel.ts'
import { newRule, type RuleDraft, withFieldNamed } from './ruleDraft.ts'
import type { ColumnDraft, FieldDraft, TableDraft, TemplateDraft } from './templateDraft.ts'

/** Every edit gives another draft and leaves the one it was given as it is. */

interface Keyed {
  readonly key: string
}

/** A key that none of the rows has: keys are given once, so that a row that comes back is itself. */
function keyAfter(rows: readonly Keyed[], kind: string): string {
  const numbers = rows.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? -1))
  return `${kind}-${Math.max(-1, ...numbers) + 1}`
}

export function replaced<T extends Keyed>(rows: readonly T[], key: string, row: T): readonly T[] {
  return rows.map((other) => (other.key === key ? row : other))
}

export function without<T extends Keyed>(rows: readonly T[], key: string): readonly T[] {
  return rows.filter((row) => row.key !== key)
}

/** A row one place up or down; at the end it stays where it is. */
export function moved<T extends Keyed>(
  rows: readonly T[],
  key: string,
  step: 1 | -1,
): readonly T[] {
  const from = rows.findIndex((row) => row.key === key)
  const to = from + step
  if (from < 0 || to < 0 || to >= rows.length) return rows
  const order = [...rows]
  order.splice(to, 0, ...order.splice(from, 1))
  return order
}

/** A row’s new label with the name that follows from it, unless the row has a name of its own. */
function relabelled<T extends FieldDraft | TableDraft | ColumnDraft>(
  rows: readonly T[],
  row: T,
  otherwise: string,
): T {
  if (row.isNameOwn) return row
  const taken = rows.filter(({ key }) => key !== row.key).map(({ name }) => name)
  return { ...row, name: nameFromLabel(row.label, taken, otherwise) }
}

export function withTitle(draft: TemplateDraft, title: string): TemplateDraft {
  const name = draft.isNameOwn ? draft.name : nameFromLabel(title, [], 'template')
  return { ...draft, title, name }
}

export function withNewField(draft: TemplateDraft): TemplateDraft {
  const key = keyAfter(draft.fields, 'field')
  const field: FieldDraft = { ...blankField, key, isNameOwn: false }
  return { ...draft, fields: [...draft.fields, field] }
}

/** Changes a field; rules go on speaking of it under its new name. */
export function withField(
  draft: TemplateDraft,
  key: string,
  change: Partial<FieldDraft>,
): TemplateDraft {
  const before = draft.fields.find((field) => field.key === key)
  if (!before) return draft
  const row = { ...before, ...change }
  const field = 'label' in change ? relabelled(draft.fields, row, 'field') : row
  const fields = replaced(draft.fields, key, field)
  if (before.name === '' || before.name === field.name) return { ...draft, fields }
  const isTwin = draft.fields.some((other) => other.key !== key && other.name === before.name)
  const rules = draft.rules.map((rule) => withFieldNamed(rule, before.name, field.name))
  return { ...draft, fields, rules: isTwin ? draft.rules : rules }
}

/** Rules that spoke of the field have an open place instead. */
export function withoutField(draft: TemplateDraft, key: string): TemplateDraft {
  const gone = draft.fields.find((field) => field.key === key)
  if (!gone) return draft
  const fields = without(draft.fields, key)
  const isTwin = fields.some(({ name }) => name === gone.name)
  const rules = draft.rules.map((rule) => withFieldNamed(rule, gone.name, ''))
  return { ...draft, fields, rules: isTwin ? draft.rules : rules }
}

function newColumn(rows: readonly ColumnDraft[]): ColumnDraft {
  return { ...blankColumn, key: keyAfter(rows, 'column'), isNameOwn: false }
}

export function withNewTable(draft: TemplateDraft): TemplateDraft {
  const key = keyAfter(draft.tables, 'table')
  // A table is found by the heading of a column that it requires.
  const columns = [{ ...newColumn([]), required: true }]
  const table: TableDraft = { ...blankTable, columns, key, isNameOwn: false }
  return { ...draft, tables: [...draft.tables, table] }
}

export function withTable(
  draft: TemplateDraft,
  key: string,
  change: Partial<TableDraft>,
): TemplateDraft {
  const before = draft.tables.find((table) => table.key === key)
  if (!before) return draft
  const row = { ...before, ...change }
  const table = 'label' in change ? relabelled(draft.tables, row, 'table') : row
  return { ...draft, tables: replaced(draft.tables, key, table) }
}

export function withNewColumn(table: TableDraft): readonly ColumnDraft[] {
  return [...table.columns, newColumn(table.columns)]
}

export function withColumn(
  { columns }: TableDraft,
  key: string,
  change: Partial<ColumnDraft>,
): readonly ColumnDraft[] {
  const before = columns.find((column) => column.key === key)
  if (!before) return columns
  const row = { ...before, ...change }
  return replaced(columns, key, 'label' in change ? relabelled(columns, row, 'column') : row)
}

export function withNewRule(draft: TemplateDraft): TemplateDraft {
  return { ...draft, rules: [...draft.rules, newRule(keyAfter(draft.rules, 'rule'))] }
}

export function withRule(draft: TemplateDraft, rule: RuleDraft): TemplateDraft {
  return { ...draft, rules: replaced(draft.rules, rule.key, rule) }
}

/** A row that was taken out, back in its place. */
export function backIn<T extends Keyed>(
  now: readonly T[],
  before: readonly T[],
  key: string,
): readonly T[] {
  const at = before.findIndex((row) => row.key === key)
  const row = before[at]
  if (!row || now.some((other) => other.key === key)) return now
  return [...now.slice(0, at), row, ...now.slice(at)]
}

/** A field that was taken out, back in its place; rules that nobody touched since speak of it again. */
export function withFieldBack(
  now: TemplateDraft,
  before: TemplateDraft,
  key: string,
): TemplateDraft {
  const after = withoutField(before, key)
  const text = (rules: readonly RuleDraft[], rule: string) =>
    JSON.stringify(rules.find((one) => one.key === rule))
  const rules = now.rules.map((rule) =>
    text(now.rules, rule.key) === text(after.rules, rule.key)
      ? (before.rules.find((one) => one.key === rule.key) ?? rule)
      : rule,
  )
  return { ...now, fields: backIn(now.fields, before.fields, key), rules }
}
