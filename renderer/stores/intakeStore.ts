import { create } from 'zustand'
import type { DroppedFile, Failure, ReaderMode, Result } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client, type Upload } from '../client.ts'
import { useBatchesStore } from './batchesStore.ts'

/** Stands in the choice of templates for a batch without documents; no template has a colon in its name. */
export const textOnly = ':text'

/** What may be said before a batch starts. */
export type IntakeChoice = Pick<
  IntakeState,
  'template' | 'reader' | 'language' | 'name' | 'reference'
>

interface IntakeState {
  /** `auto`, a template's name, or `textOnly`. */
  readonly template: string
  readonly reader: ReaderMode
  /** null: found page by page. */
  readonly language: string | null
  readonly name: string
  readonly reference: string
  /** What goes on between the choice of files and the first sight of the batch. */
  readonly phase: 'idle' | 'copying' | 'starting'
  readonly upload: Upload | null
  readonly failure: Failure | null
  describe(change: Partial<IntakeChoice>): void
  startPaths(paths: readonly string[]): Promise<BatchSummary | null>
  /** Takes files, or a drop that is still being opened. */
  startFiles(
    files: readonly DroppedFile[] | Promise<readonly DroppedFile[]>,
  ): Promise<BatchSummary | null>
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

  function options() {
    const { template, reader, language, name, reference } = get()
    return {
      ...(template === textOnly ? { kind: 'read' as const } : { template }),
      reader,
      languages: language === null ? [] : [language],
      name: name.trim() || null,
      reference: reference.trim() || null,
    }
  }

  return {
    template: 'auto',
    reader: 'auto',
    language: null,
    name: '',
    reference: '',
    phase: 'idle',
    upload: null,
    failure: null,

    describe: (change) => set(change),

    async startPaths(paths) {
      set({ phase: 'starting', failure: null })
      const input = { ...options(), paths: [...paths] }
      return settle(await useBatchesStore.getState().create(input))
    },

    async startFiles(given) {
      set({ phase: 'copying', upload: null, failure: null })
      const files = await Promise.resolve(given).catch(() => null)
      if (!files) return settle({ ok: false, error: unreadableDrop })
      if (files.length === 0) return settle({ ok: false, error: emptyDrop })
      const stop = client.onUpload((upload) => set({ upload }))
      const paths = await client.pathsOf(files)
      stop()
      if (!paths.ok) return settle(paths)
      return get().startPaths(paths.value)
    },

    async startSamples() {
      set({ phase: 'starting', failure: null })
      return settle(await useBatchesStore.getState().create({ ...options(), samples: true }))
    },

    dismiss: () => set({ failure: null }),
  }
})
