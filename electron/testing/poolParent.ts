import { join } from 'node:path'
import { createSupervisedPool } from '../core/supervisedPool.ts'
import { forkByNode } from '../forkByNode.ts'

/** A process with a pool that is reading the file it was named; tells the id of the pool's process. */
const [path = ''] = process.argv.slice(2)
const pool = createSupervisedPool({
  fork: forkByNode(join(import.meta.dirname, '..', 'poolProcess.ts')),
  workerFile: join(import.meta.dirname, '..', 'core', 'testing', 'deadlyWorker.ts'),
  threads: 1,
})
await pool.inspectFile({ path, passwords: [] })
void pool.readPage({
  ...{ path, passwords: [], type: 'pdf', page: 1, previewFile: null },
  settings: { mode: 'auto', languages: [] },
  engineFiles: { ocrDirs: [] },
})
process.send?.(pool.childPid())
