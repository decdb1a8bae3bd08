import { documentProperties } from '../../workers/export/documentProperties.ts'
import { fieldTypes } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { LayoutSources } from '../views.ts'
import type { Core } from './core.ts'
import { configOf } from './db/batches.ts'
import { listFieldNames } from './db/fieldValues.ts'
import { templatesFor } from './templateOf.ts'

type Named = LayoutSources['fields'][number]

/**
 * All that a column can show: fields and line items of every template, those of the batch first, fields that its
 * documents have beside them, and what is known of the documents themselves.
 */
export function layoutSources(core: Core, batchId: string | null): LayoutSources {
  const templates = layoutTemplates(core, batchId)
  const own = new Set(batchId === null ? [] : batchTemplates(core, batchId))
  const found = batchId === null ? [] : listFieldNames(core.db, batchId)
  const names = new Set(found.map(({ name }) => name))
  const isHere = (template: Template, name: string) =>
    batchId === null || (own.has(template) && (names.size === 0 || names.has(name)))
  const fields = templates.flatMap((template) =>
    template.fields.map(({ name, label, type }) => ({
      ...{ name, label, type, isHere: isHere(template, name) },
    })),
  )
  const items = templates.flatMap((template) =>
    itemColumns(template).map(({ name, label, type }) => ({
      ...{ name, label, type, isHere: batchId === null || own.has(template) },
    })),
  )
  const others = found.map(({ name, label, type }) => ({
    ...{ name, label, isHere: true },
    type: fieldTypes.find((known) => known === type) ?? 'text',
  }))
  return {
    fields: onceEach([...fields, ...others]),
    items: onceEach(items),
    properties: documentProperties.map((property) => ({ ...property })),
  }
}

/** What the fields and line items of templates are called. */
export function sourcesIn(templates: readonly Template[]): Pick<LayoutSources, 'fields' | 'items'> {
  const named = (list: readonly Pick<Named, 'name' | 'label' | 'type'>[]) =>
    list.map(({ name, label, type }) => ({ name, label, type, isHere: true }))
  return {
    fields: templates.flatMap(({ fields }) => named(fields)),
    items: templates.flatMap((template) => named(itemColumns(template))),
  }
}

/** Of a batch first; a column may speak of others, too, which stay empty here. */
export function layoutTemplates(core: Core, batchId: string | null): readonly Template[] {
  if (batchId === null) return core.templates
  return templatesFor({ templates: batchTemplates(core, batchId) }, core.templates)
}

function batchTemplates({ db }: Core, batchId: string): readonly Template[] {
  return configOf(db, batchId)?.templates ?? []
}

/** Every table of items gives line items, whatever it is called. */
export function itemColumns({ tables }: Template) {
  return tables.filter(({ kind }) => kind !== 'tax').flatMap(({ columns }) => columns)
}

/** Of a name that several templates have, the first; it is here if any of them is. */
function onceEach(named: readonly Named[]): Named[] {
  const byName = Map.groupBy(named, ({ name }) => name)
  return [...byName.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, isHere: first.isHere || others.some(({ isHere }) => isHere) }] : [],
  )
}
