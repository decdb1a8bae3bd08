import { create } from 'zustand'
import type { DroppedFile, Failure, ReaderMode, Result } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client, type Upload } from '../client.ts'
import { decisionsOf } from '../decisionsOf.ts'
import { useBatchesStore } from './batchesStore.ts'

/** What may be said before a batch starts. */
export type IntakeChoice = Pick<
  IntakeState,
  'template' | 'reader' | 'languages' | 'name' | 'reference'
>

type Dropped = readonly DroppedFile[] | Promise<readonly DroppedFile[]>

interface IntakeState {
  /** `auto`, a template's name, or `textOnly` of decisionsOf.ts. */
  readonly template: string
  readonly reader: ReaderMode
  /** Empty: found page by page. */
  readonly languages: readonly string[]
  readonly name: string
  readonly reference: string
  /** What goes on between the choice of files and the first sight of the batch. */
  readonly phase: 'idle' | 'copying' | 'starting'
  readonly upload: Upload | null
  readonly failure: Failure | null
  describe(change: Partial<IntakeChoice>): void
  /** Looks into files and folders; one file that can be read starts at once, else the person decides. */
  startPaths(paths: readonly string[]): Promise<BatchSummary | null>
  /**
   * Takes files, or a drop that is still being opened. What comes while others are being copied joins them;
   * then the first one to come gives the batch, and this one nothing.
   */
  startFiles(files: Dropped): Promise<BatchSummary | null>
  /** More files for a draft that is open; false where they could not be taken. */
  joinFiles(batchId: string, files: Dropped): Promise<boolean>
  startSamples(): Promise<BatchSummary | null>
  dismiss(): void
}

const unreadableDrop: Failure = {
  code: 'access_denied',
  message: 'Some of what was dropped could not be read. Use “Choose folder…” instead.',
  details: {},
}
const emptyDrop: Failure = {
  code: 'nothing_to_read',
  message: 'There are no files in what was dropped. Drop a folder with PDFs or scans.',
  details: {},
}

/** A batch about to begin: its options, the copying of what was dropped, and what went wrong. */
export const useIntakeStore = create<IntakeState>((set, get) => {
  function settle(result: Result<BatchSummary>): BatchSummary | null {
    if (!result.ok) {
      set({ phase: 'idle', upload: null, failure: result.error })
      return null
    }
    set({ phase: 'idle', upload: null, failure: null, name: '', reference: '' })
    return result.value
  }

  /** Drops that came while another one was still being copied. */
  const late: Dropped[] = []

  /** Where the files of some drops lie, and of those that come while they are copied. */
  async function copied(given: readonly Dropped[]): Promise<Result<readonly string[]>> {
    const paths: string[] = []
    for (let drops = given; drops.length > 0; drops = late.splice(0)) {
      const opened = await Promise.all(drops).catch(() => null)
      if (!opened) return { ok: false, error: unreadableDrop }
      const files = opened.flat()
      if (files.length === 0) continue
      const stop = client.onUpload((upload) => set({ upload }))
      const part = await client.pathsOf(files)
      stop()
      if (!part.ok) return part
      paths.push(...part.value)
    }
    return paths.length > 0 ? { ok: true, value: paths } : { ok: false, error: emptyDrop }
  }

  return {
    template: 'auto',
    reader: 'auto',
    languages: [],
    name: '',
    reference: '',
    phase: 'idle',
    upload: null,
    failure: null,

    describe: (change) => set(change),

    async startPaths(paths) {
      set({ phase: 'starting', failure: null })
      const batches = useBatchesStore.getState()
      const drafted = await batches.draft({ ...decisionsOf(get()), paths: [...paths] })
      if (!drafted.ok || drafted.value.items > 1 || !(await isPlain(drafted.value.id)))
        return settle(drafted)
      return settle(await batches.start({ batchId: drafted.value.id }))
    },

    async startFiles(given) {
      if (get().phase !== 'idle') {
        late.push(given)
        return null
      }
      set({ phase: 'copying', upload: null, failure: null })
      const paths = await copied([given])
      if (!paths.ok) return settle(paths)
      const begun = await get().startPaths(paths.value)
      // What came in the meantime: it is part of the same wish.
      if (late.length > 0 && begun) await get().joinFiles(begun.id, [])
      late.length = 0
      return begun
    },

    async joinFiles(batchId, given) {
      set({ phase: 'copying', upload: null, failure: null })
      const paths = await copied([given])
      if (!paths.ok) {
        settle(paths)
        return false
      }
      const joined = await useBatchesStore.getState().add(batchId, paths.value)
      set({ phase: 'idle', upload: null, failure: joined.ok ? null : joined.error })
      return joined.ok
    },

    async startSamples() {
      set({ phase: 'starting', failure: null })
      return settle(
        await useBatchesStore.getState().create({ ...decisionsOf(get()), samples: true }),
      )
    },

    dismiss: () => set({ failure: null }),
  }
})

/** A file that takes longer to look into is shown, so that nobody waits in front of nothing. */
const patienceMs = 15_000

/** Whether the only file of a draft can be read: then there is nothing to decide. */
async function isPlain(batchId: string): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const report = await client.call('batch.preflight', { batchId })
    if (!report.ok) return false
    const { isWhole, willRead, refusals } = report.value
    if (isWhole) return willRead.files === 1 && refusals.length === 0
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  return false
}
