import type { Template, TemplateColumn, TemplateField, TemplateTable } from '../workers/template.ts'
import { type RuleDraft, ruleDraftOf, ruleOf } from './ruleDraft.ts'

/** What a row of the editor carries beside what the template says. */
interface Row {
  /** Tells rows apart while they are renamed and moved. */
  readonly key: string
  /** A person or an earlier version gave the name; otherwise it follows the label. */
  readonly isNameOwn: boolean
}

export type FieldDraft = TemplateField & Row
export type ColumnDraft = TemplateColumn & Row
export type TableDraft = Omit<TemplateTable, 'columns'> &
  Row & { readonly columns: readonly ColumnDraft[] }

/** A template as the editor holds it: all that it says, also what the editor has no control for. */
export type TemplateDraft = Omit<Template, 'fields' | 'tables' | 'rules'> & {
  readonly isNameOwn: boolean
  readonly fields: readonly FieldDraft[]
  readonly tables: readonly TableDraft[]
  readonly rules: readonly RuleDraft[]
}

export function draftOf(template: Template): TemplateDraft {
  const row = (key: string) => ({ key, isNameOwn: true })
  return {
    ...template,
    isNameOwn: true,
    fields: template.fields.map((field, at) => ({ ...field, ...row(`field-${at}`) })),
    tables: template.tables.map((table, at) => ({
      ...table,
      ...row(`table-${at}`),
      columns: table.columns.map((column, place) => ({
        ...column,
        ...row(`table-${at}-column-${place}`),
      })),
    })),
    rules: template.rules.map((rule, at) => ruleDraftOf(rule, `rule-${at}`)),
  }
}

/** The template that a draft stands for, as the core takes it; it may still have problems. */
export function templateOf({
  isNameOwn,
  fields,
  tables,
  rules,
  ...rest
}: TemplateDraft): Record<string, unknown> {
  return {
    ...rest,
    fields: fields.map(({ key, isNameOwn, ...field }) => withoutNoLabels(field)),
    tables: tables.map(({ key, isNameOwn, columns, ...table }) => ({
      ...table,
      columns: columns.map(columnOf),
    })),
    rules: rules.map(ruleOf),
  }
}

/** A new column is looked for by its own label, as a field is; an old one without labels is found by its values. */
function columnOf({ key, isNameOwn, ...column }: ColumnDraft): TemplateColumn {
  const { label, labels } = column
  const isBare = !isNameOwn && label !== '' && Array.isArray(labels) && labels.length === 0
  return isBare ? { ...column, labels: [label] } : column
}

/** An empty list of labels means “none at all”; a list that is left out, “look for the field’s own label”. */
function withoutNoLabels<T extends { labels: unknown; weakLabels: unknown }>(field: T): object {
  const { labels, weakLabels, ...rest } = field
  const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0
  return {
    ...rest,
    ...(isEmpty(labels) ? {} : { labels }),
    ...(isEmpty(weakLabels) ? {} : { weakLabels }),
  }
}

/** Whether both stand for the same template; keys and versions are not part of it. */
export function isSameDraft(one: TemplateDraft, other: TemplateDraft): boolean {
  const text = (draft: TemplateDraft) =>
    JSON.stringify({ ...Object(templateOf(draft)), version: 0 })
  return text(one) === text(other)
}

/** A template that says nothing yet. */
export function newDraft(): TemplateDraft {
  return {
    ...{ name: '', isNameOwn: false, version: 1, title: '', category: 'other', description: '' },
    ...{ titles: [], keywords: [], notKeywords: [], letterhead: 'seller', pairs: false },
    ...{ fields: [], support: [], tables: [], rules: [] },
  }
}
