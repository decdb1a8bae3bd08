import { randomBytes } from 'node:crypto'
import type { Decisions } from '../preflightView.ts'
import type { Core } from './core.ts'
import { findBatch, insertBatch } from './db/batches.ts'
import { insertItem } from './db/items.ts'
import { atomically, type Db } from './db/open.ts'
import type { SourceFile } from './intake.ts'

/** A draft of these files. `alongside` is kept with it or not at all. */
export function draftFiles(
  core: Core,
  {
    draft,
    sources,
    files,
    alongside = () => {},
  }: {
    readonly draft: Decisions
    readonly sources: readonly string[]
    readonly files: readonly SourceFile[]
    readonly alongside?: (batchId: string) => void
  },
): string {
  const { db, version } = core
  const createdAt = core.now()
  const id = newId(db, createdAt)
  atomically(db, () => {
    const { reference, kind, priority, template } = draft
    insertBatch(db, {
      ...{ id, sources, reference, kind, priority, template, draft },
      name: draft.name ?? id,
      // What is frozen at the start; until then only the files are looked into.
      config: {
        ...{ templates: [], settings: { mode: draft.reader, languages: [] } },
        appVersion: version,
      },
      readerKey: '',
      output: null,
      createdAt: createdAt.toISOString(),
    })
    for (const [seq, file] of files.entries()) insertItem(db, { batchId: id, seq, ...file })
    alongside(id)
  })
  core.log('batch.drafted', { batch: id, items: files.length })
  return id
}

/** Short enough to type, sorted by day: `260504-3fa1`. */
function newId(db: Db, createdAt: Date): string {
  const day = createdAt.toISOString().slice(2, 10).replaceAll('-', '')
  const id = `${day}-${randomBytes(2).toString('hex')}`
  return findBatch(db, id) ? newId(db, createdAt) : id
}
