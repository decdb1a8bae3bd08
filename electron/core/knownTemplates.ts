import { statSync } from 'node:fs'
import type { Template } from '../../workers/template.ts'
import type { TemplateSummary } from '../views.ts'
import type { Db } from './db/open.ts'
import {
  findTemplateVersion,
  keepTemplateVersion,
  listTemplateVersions,
} from './db/templateVersions.ts'
import type { Log } from './log.ts'
import { saysTheSame } from './templateDraft.ts'
import { loadTemplates } from './templates.ts'

/** A template that can be chosen. */
export interface KnownTemplate {
  readonly template: Template
  /** `changed`: one of a person's own in the place of a built-in one. */
  readonly source: 'built_in' | 'own' | 'changed'
  readonly savedAt: string | null
  /** Files of their own that say it, of which the last counts. */
  readonly files: readonly string[]
  /** In whose place it stands. */
  readonly builtIn: Template | null
}

/** All templates as they are now. */
export interface KnownTemplates {
  /** Where a person's own are kept. */
  readonly folder: string
  list(): readonly KnownTemplate[]
  all(): readonly Template[]
  find(name: string): KnownTemplate | null
  /** Looks into the folders again, and tells it. */
  reload(): void
  /** One change after the other, each from what the folders hold when it begins. */
  inTurn<T>(step: () => Promise<T>): Promise<T>
}

/** Holds the templates that came along and those in the data folder, with the numbers of their versions. */
export function createKnownTemplates({
  db,
  builtIn,
  own,
  log,
  changed,
}: {
  readonly db: Db
  readonly builtIn: string
  readonly own: string
  readonly log: Log
  readonly changed: () => void
}): KnownTemplates {
  let known = load()
  let all = known.map(({ template }) => template)
  let last: Promise<unknown> = Promise.resolve()

  function load(): readonly KnownTemplate[] {
    return loadTemplates({ builtIn, own }, log).map(({ template, files, builtIn: replaced }) => {
      const file = files.at(-1)
      if (file === undefined)
        return { template, source: 'built_in', savedAt: null, files, builtIn: replaced }
      const source = replaced ? 'changed' : 'own'
      return { ...numbered(db, template, file), source, files, builtIn: replaced }
    })
  }

  function refresh(): void {
    known = load()
    all = known.map(({ template }) => template)
  }

  return {
    folder: own,
    list: () => known,
    all: () => all,
    find: (name) => known.find(({ template }) => template.name === name) ?? null,
    reload() {
      refresh()
      changed()
    },
    inTurn(step) {
      const turn = last.then(() => {
        // What was changed by hand in the meantime is remembered before anything is written over it.
        refresh()
        return step()
      })
      last = turn.catch(() => {})
      return turn
    },
  }
}

/**
 * A file's template under the number that its content has in the memory of versions. What a person wrote by hand,
 * and what a restored database does not know, is remembered as it is met, under a number that nothing else has.
 */
function numbered(
  db: Db,
  template: Template,
  file: string,
): Pick<KnownTemplate, 'template' | 'savedAt'> {
  const written = statSync(file).mtime.toISOString()
  const { name } = template
  const versions = listTemplateVersions(db, name)
  // Its own number first: mostly that is it, and no other version has to be read.
  const found = versions
    .toSorted(
      (a, b) => Number(b.version === template.version) - Number(a.version === template.version),
    )
    .find(({ version }) => {
      const other = findTemplateVersion(db, { name, version })
      return other !== null && saysTheSame(other, template)
    })
  if (found) {
    const { version, savedAt } = found
    return { template: { ...template, version }, savedAt: savedAt ?? written }
  }
  const version = Math.max(template.version, (versions[0]?.version ?? 0) + 1)
  keepTemplateVersion(db, { ...template, version }, written)
  return { template: { ...template, version }, savedAt: written }
}

export function templateSummary({ template, source, savedAt }: KnownTemplate): TemplateSummary {
  const { name, title, version, category, description, fields, tables } = template
  return {
    ...{ name, title, version, category, description, source, savedAt },
    fields: fields.map((field) => ({ name: field.name, label: field.label, type: field.type })),
    fieldCount: fields.length,
    tableCount: tables.length,
  }
}
