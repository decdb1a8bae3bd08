import { create } from 'zustand'
import type { ExportFormat, Failure, Input, Output } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'

type Written = Output<'export.write'>

/** The documents that are exported alone, and what that is called: `12 of 212`. */
export interface ExportSelection {
  readonly documentIds: readonly string[]
  readonly itemIds: readonly number[]
  readonly words: string
}

interface ExportState {
  /** The export that waits for a place, where the host has no dialog to ask for one. */
  readonly asking:
    | (Pick<Input<'export.write'>, 'batchId' | 'selection'> & {
        suggestedName: string
        format: ExportFormat
      })
    | null
  readonly isWriting: boolean
  readonly failure: Failure | null
  /** Asks where to, and writes when the host's own dialog has told; else `write` goes on. */
  begin(
    batch: BatchSummary,
    format: ExportFormat,
    how: { readonly dialogs: boolean; readonly selection: ExportSelection | null },
  ): Promise<Written | null>
  write(input: Input<'export.write'>): Promise<Written | null>
  close(): void
}

/** An export from the wish to the file. */
export const useExportStore = create<ExportState>((set, get) => ({
  asking: null,
  isWriting: false,
  failure: null,

  async begin(batch, format, { dialogs, selection }) {
    const part = selection ? ` - ${selection.words}` : ''
    const suggestedName = `${fileNameOf(batch.name + part)}.${format}`
    const chosen = selection && {
      documentIds: [...selection.documentIds],
      itemIds: [...selection.itemIds],
    }
    const what = { batchId: batch.id, selection: chosen }
    set({ failure: null })
    if (!dialogs) {
      set({ asking: { ...what, suggestedName, format } })
      return null
    }
    const path = await client.call('host.chooseSavePath', { suggestedName, format })
    return path.ok && path.value ? get().write({ ...what, path: path.value }) : null
  },

  async write(input) {
    set({ isWriting: true, failure: null })
    const written = await client.call('export.write', input)
    set({ isWriting: false, failure: written.ok ? null : written.error })
    if (!written.ok) return null
    set({ asking: null })
    return written.value
  },

  close: () => set({ asking: null, failure: null }),
}))

/** A batch's name without what no file system takes. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, '-').trim() || 'Export'
}
