import type { ColumnLayout } from '../../../workers/columnLayout.ts'
import { atomically, change, type Db, row, rows } from './open.ts'

/** A column layout as it is kept; what it says is looked at when it is used. */
export interface StoredLayout {
  readonly name: string
  readonly layout: unknown
  readonly savedAt: string
}

type Row = Omit<StoredLayout, 'layout'> & { readonly layout: string }

const columns = 'name, layout, saved_at as savedAt'

const layoutOf = ({ layout, ...plain }: Row): StoredLayout => ({
  ...plain,
  layout: JSON.parse(layout),
})

/** All of them by name. */
export function listLayouts(db: Db): StoredLayout[] {
  return rows<Row>(db, `select ${columns} from column_layouts order by name`).map(layoutOf)
}

export function findLayout(db: Db, name: string): StoredLayout | null {
  const found = row<Row>(db, `select ${columns} from column_layouts where name = @name`, { name })
  return found && layoutOf(found)
}

/** Keeps a layout in the place of another, which may have had another name. False: the name is another one’s. */
export function putLayout(
  db: Db,
  layout: ColumnLayout,
  { replaces, at }: { readonly replaces: string | null; readonly at: string },
): boolean {
  const { name } = layout
  return atomically(db, () => {
    if (replaces !== null) removeLayout(db, replaces)
    const added = change(
      db,
      `insert into column_layouts (name, layout, saved_at) values (@name, @layout, @at)
       on conflict (name) do nothing`,
      { name, layout: JSON.stringify(layout), at },
    )
    return added === 1
  })
}

export function removeLayout(db: Db, name: string): boolean {
  return change(db, 'delete from column_layouts where name = @name', { name }) === 1
}
