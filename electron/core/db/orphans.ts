import { change, type Db, row, rows } from './open.ts'

/** What is kept although no item has its content. */

/** A file that waits to be looked at may be any content: until then no kept page belongs to nothing. */
export function someUninspected(db: Db): boolean {
  return (
    row(db, `select 1 from items where status in ('pending', 'running') and sha256 is null`) !==
    null
  )
}

/** Contents of which pages are kept and that no item has. */
export function listOrphanContents(db: Db): string[] {
  return rows<{ sha256: string }>(
    db,
    `select distinct p.sha256 from pages p
     where not exists (select 1 from items i where i.sha256 = p.sha256)`,
  ).map(({ sha256 }) => sha256)
}

/** Takes away every page of a content that no item has. */
export function deleteOrphanPages(db: Db, sha256: string): number {
  return change(
    db,
    `delete from pages where sha256 = @sha256
       and not exists (select 1 from items where sha256 = @sha256)`,
    { sha256 },
  )
}

/** Whether some item has this content. */
export function isNeeded(db: Db, sha256: string): boolean {
  return row(db, 'select 1 from items where sha256 = @sha256', { sha256 }) !== null
}
