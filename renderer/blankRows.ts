import type { TemplateColumn, TemplateField, TemplateTable } from '../workers/template.ts'

/** Parts of a template that say nothing yet. */
export const blankField: TemplateField = {
  ...{ name: '', label: '', type: 'text', description: '', required: false },
  ...{ labels: [], weakLabels: [], notLabels: [], pattern: null, where: null },
  ...{ role: 'document', total: null, term: null },
}

export const blankColumn: TemplateColumn = {
  ...{ name: '', label: '', type: 'text', labels: [], required: false, term: null },
}

export const blankTable: TemplateTable = {
  ...{ name: '', label: '', kind: 'items', columns: [blankColumn], endsBefore: [] },
}
