import type { Status } from '../electron/views.ts'
import { statusOrder } from './words.ts'

/** How many rows stand how; documents of one file count one by one. */
export function countByStatus(rows: readonly { readonly status: Status }[]) {
  const counts = Object.fromEntries(statusOrder.map((status) => [status, 0])) as Record<
    Status,
    number
  >
  for (const { status } of rows) counts[status]++
  return counts
}
