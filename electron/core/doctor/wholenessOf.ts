import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Core } from '../core.ts'
import type { Wholeness } from '../db/checkThread.ts'

/** Looks through the whole database, on a thread of its own; what it throws, this throws. */
export async function wholenessOf({
  db,
  checkFile,
}: Pick<Core, 'db' | 'checkFile'>): Promise<Wholeness> {
  const thread = new Worker(checkFile, { workerData: db.name })
  const [found] = await once(thread, 'message')
  return found
}
