import type { Hook, HookPlace } from '../../views.ts'
import { atomically, change, type Db, row, rows } from './open.ts'

/** What happens after every batch. */
export interface StoredHook {
  readonly id: number
  readonly hook: Hook
  /** Of an address, as it was found when it was added; null: a command. */
  readonly place: HookPlace | null
  readonly isOn: boolean
}

interface Row {
  readonly id: number
  readonly hook: string
  readonly place: HookPlace | null
  readonly isOn: 0 | 1
}

function hookOf({ id, hook, place, isOn }: Row): StoredHook {
  return { id, hook: JSON.parse(hook), place, isOn: isOn === 1 }
}

const columns = 'id, hook, place, is_on as isOn'

/** All of them, in the order in which they were added. */
export function listHooks(db: Db): StoredHook[] {
  return rows<Row>(db, `select ${columns} from hooks order by id`).map(hookOf)
}

export function findHook(db: Db, id: number): StoredHook | null {
  const found = row<Row>(db, `select ${columns} from hooks where id = @id`, { id })
  return found && hookOf(found)
}

/** Gives its number. */
export function insertHook(
  db: Db,
  { hook, place, at }: Pick<StoredHook, 'hook' | 'place'> & { readonly at: string },
): number {
  const added = row<{ id: number }>(
    db,
    'insert into hooks (hook, place, created_at) values (@hook, @place, @at) returning id',
    { hook: JSON.stringify(hook), place, at },
  )
  if (!added) throw new Error('a hook was not kept')
  return added.id
}

export function switchHook(db: Db, id: number, isOn: boolean): void {
  change(db, 'update hooks set is_on = @isOn where id = @id', { id, isOn: isOn ? 1 : 0 })
}

/** Takes it away with what it still owes; how it went after batches stays with them. */
export function deleteHook(db: Db, id: number): void {
  atomically(db, () => {
    change(
      db,
      `delete from deliveries where hook_id = @id and (state in ('waiting', 'running') or batch_id is null)`,
      { id },
    )
    change(db, 'update deliveries set hook_id = null where hook_id = @id', { id })
    change(db, 'delete from hooks where id = @id', { id })
  })
}
