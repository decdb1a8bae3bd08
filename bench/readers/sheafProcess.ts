import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { inParallel } from '../../electron/core/inParallel.ts'
import { createSupervisedPool } from '../../electron/core/supervisedPool.ts'
import { forkByNode } from '../../electron/forkByNode.ts'
import { failureOf, resultOf } from '../../workers/errors.ts'
import type { ReadPageTask } from '../../workers/tasks.ts'
import { bytesBelow } from '../measure.ts'
import type { SheafJob, SheafReport } from './sheaf.ts'

/** A process that reads files as a batch does, without keeping anything: vets them all, then page by page. */
const project = dirname(dirname(import.meta.dirname))
const pool = createSupervisedPool({
  fork: forkByNode(join(project, 'electron', 'poolProcess.ts')),
  workerFile: join(project, 'workers', 'index.ts'),
})
// Nobody is there to be told: the work is over, or the bench was stopped.
process.once('disconnect', () => process.exit())
const [job] = (await once(process, 'message')) as [SheafJob]

report({ kind: 'ready', threads: pool.threads, rss: residentBytes() })
const tasks = (await vet(job)).flat()
await inParallel(pool.threads, () => tasks.shift() ?? null, read)
await pool.close()
report({ kind: 'end' })

type Step = { readonly input: number; readonly task: ReadPageTask }

/** A task for each page of each file; a file that cannot be opened has none. */
async function vet({ paths, languages }: SheafJob): Promise<readonly (readonly Step[])[]> {
  const settings = { mode: 'auto', languages } as const
  const engineFiles = { ocrDirs: [join(project, 'resources', 'ocr')] }
  const steps: (readonly Step[])[] = paths.map(() => [])
  const waiting = [...paths.entries()]
  await inParallel(
    pool.threads,
    () => waiting.shift() ?? null,
    async ([input, path]) => {
      const source = { path, passwords: [] }
      const inspection = await resultOf(() => pool.inspectFile(source))
      if (!inspection.ok) return failed(input, 1, inspection.error.code)
      const { type, pageCount } = inspection.value
      steps[input] = Array.from({ length: pageCount }, (_, i) => {
        const task = { ...source, type, page: i + 1, settings, engineFiles, previewFile: null }
        return { input, task }
      })
    },
  )
  return steps
}

async function read({ input, task }: Step): Promise<void> {
  try {
    const { page } = await pool.readPage(task)
    const text = page.words.map((word) => word.text).join(' ')
    const rss = residentBytes()
    report({ kind: 'page', input, page: task.page, outcome: { text }, rss })
  } catch (thrown) {
    failed(input, task.page, failureOf(thrown).code)
  }
}

function failed(input: number, page: number, error: ReturnType<typeof failureOf>['code']): void {
  const rss = residentBytes()
  report({ kind: 'page', input, page, outcome: { error }, rss })
}

/** This process and the one that reads for it; on Linux alone the second is known. */
function residentBytes(): number {
  return process.memoryUsage.rss() + bytesBelow()
}

function report(what: SheafReport): void {
  process.send?.(what)
}
