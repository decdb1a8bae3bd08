import type { Hook } from '../../views.ts'
import { change, type Db, row, rows } from './open.ts'

/** What happens after every batch. */
export interface StoredHook {
  readonly id: number
  readonly hook: Hook
  readonly isOn: boolean
}

interface Row {
  readonly id: number
  readonly hook: string
  readonly isOn: 0 | 1
}

function hookOf({ id, hook, isOn }: Row): StoredHook {
  return { id, hook: JSON.parse(hook), isOn: isOn === 1 }
}

const columns = 'id, hook, is_on as isOn'

/** All of them, in the order in which they were added. */
export function listHooks(db: Db): StoredHook[] {
  return rows<Row>(db, `select ${columns} from hooks order by id`).map(hookOf)
}

export function findHook(db: Db, id: number): StoredHook | null {
  const found = row<Row>(db, `select ${columns} from hooks where id = @id`, { id })
  return found && hookOf(found)
}

/** Gives its number. */
export function insertHook(db: Db, hook: Hook, at: string): number {
  const added = row<{ id: number }>(
    db,
    'insert into hooks (hook, created_at) values (@hook, @at) returning id',
    { hook: JSON.stringify(hook), at },
  )
  if (!added) throw new Error('a hook was not kept')
  return added.id
}

export function switchHook(db: Db, id: number, isOn: boolean): void {
  change(db, 'update hooks set is_on = @isOn where id = @id', { id, isOn: isOn ? 1 : 0 })
}

/** Takes it away with what was sent for it; what it still owes is not sent any more. */
export function deleteHook(db: Db, id: number): void {
  change(db, 'delete from hooks where id = @id', { id })
}
