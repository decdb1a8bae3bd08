import { type Template, templateSchema } from '../../../workers/template.ts'
import { change, type Db, row, rows } from './open.ts'

/** What is known of a template's version without reading it. */
export interface TemplateVersion {
  readonly version: number
  /** Null: it came with Sheaf. */
  readonly savedAt: string | null
  /** When a person took the template out of the list, if this was what it said then. */
  readonly removedAt: string | null
}

/** The versions of a template, the newest number first. */
export function listTemplateVersions(db: Db, name: string): TemplateVersion[] {
  return rows<TemplateVersion>(
    db,
    `select version, saved_at as savedAt, removed_at as removedAt
     from template_versions where name = @name order by version desc`,
    { name },
  )
}

/** What a template was under a number; null for a number that it never had, or words that nobody understands. */
export function findTemplateVersion(
  db: Db,
  { name, version }: { readonly name: string; readonly version: number },
): Template | null {
  const stored = row<{ template: string }>(
    db,
    'select template from template_versions where name = @name and version = @version',
    { name, version },
  )
  const parsed = stored && templateSchema.safeParse(JSON.parse(stored.template))
  return parsed?.success ? { ...parsed.data, name, version } : null
}

/** The highest number that a name ever had; 0 for one that is new. */
export function latestTemplateVersion(db: Db, name: string): number {
  return listTemplateVersions(db, name)[0]?.version ?? 0
}

/** Remembers a template under its number; one that is there already stays as it is. */
export function keepTemplateVersion(db: Db, template: Template, savedAt: string | null): void {
  const { name, version } = template
  change(
    db,
    `insert into template_versions (name, version, saved_at, template)
     values (@name, @version, @savedAt, @template)
     on conflict (name, version) do nothing`,
    { name, version, savedAt, template: JSON.stringify(template) },
  )
}

/** What a person saved under one name goes on under another, above the numbers that this one had before. */
export function renameTemplateVersions(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const above = latestTemplateVersion(db, to)
  change(
    db,
    `update template_versions set name = @to, version = version + @above
     where name = @from and saved_at is not null`,
    { from, to, above },
  )
}

/** Notes what a template said when it was taken out of the list, and takes earlier notes away. */
export function markTemplateRemoved(
  db: Db,
  { name, version, at }: { readonly name: string; readonly version: number; readonly at: string },
): void {
  change(
    db,
    `update template_versions set removed_at = iif(version = @version, @at, null) where name = @name`,
    { name, version, at },
  )
}
