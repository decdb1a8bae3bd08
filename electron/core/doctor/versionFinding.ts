import { readingVersion } from '../../../workers/page/readerKey.ts'
import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { versionsOf } from '../db/health.ts'

/** What somebody who is asked for help wants to know first. */
export function versionFinding({ db, version }: Pick<Core, 'db' | 'version'>): Finding {
  const { schema, sqlite } = versionsOf(db)
  const { node, electron } = process.versions
  const parts = [
    `Sheaf ${version}`,
    `database format ${schema}`,
    `reading ${readingVersion}`,
    `SQLite ${sqlite}`,
    `Node ${node}`,
    ...(electron ? [`Electron ${electron}`] : []),
    `${process.platform} ${process.arch}`,
  ]
  return { name: 'versions', level: 'ok', sentence: `${parts.join(', ')}.`, advice: null }
}
