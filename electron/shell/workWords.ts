import type { BatchSummary } from '../views.ts'

/** How far the work is, in the few words that fit a tray or a question. */
export function workWords(running: readonly BatchSummary[], watched = 0): string {
  const [first, ...others] = running
  if (first === undefined && watched > 0)
    return `Watching ${watched} ${watched === 1 ? 'folder' : 'folders'}`
  if (first === undefined) return 'Nothing to do'
  const where = `${first.name}: ${Math.floor(first.percent)} %`
  return others.length === 0 ? where : `${where}, and ${others.length} more`
}
