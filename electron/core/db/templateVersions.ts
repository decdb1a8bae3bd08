import { type Template, templateSchema } from '../../../workers/template.ts'
import { change, type Db, rows } from './open.ts'

/** A template as it was under one of its numbers. */
export interface TemplateVersion {
  readonly version: number
  /** Null: it came with Sheaf. */
  readonly savedAt: string | null
  /** When a person took the template out of the list, if this was what it said then. */
  readonly removedAt: string | null
  readonly template: Template
}

/** What a template was, the newest number first; what an older Sheaf wrote and nobody understands is left out. */
export function listTemplateVersions(db: Db, name: string): TemplateVersion[] {
  return rows<Omit<TemplateVersion, 'template'> & { template: string }>(
    db,
    `select version, saved_at as savedAt, removed_at as removedAt, template
     from template_versions where name = @name order by version desc`,
    { name },
  ).flatMap((stored) => {
    const parsed = templateSchema.safeParse(JSON.parse(stored.template))
    if (!parsed.success) return []
    return [{ ...stored, template: { ...parsed.data, name, version: stored.version } }]
  })
}

/** The highest number that a name ever had; 0 for one that is new. Counts what nobody understands any more, too. */
export function latestTemplateVersion(db: Db, name: string): number {
  const [found] = rows<{ latest: number }>(
    db,
    'select ifnull(max(version), 0) as latest from template_versions where name = @name',
    { name },
  )
  return found?.latest ?? 0
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

/** Notes what a template said when it was taken out of the list; null takes the note away. */
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
