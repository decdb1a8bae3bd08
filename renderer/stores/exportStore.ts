import { create } from 'zustand'
import type { ExportFormat, Failure, Output } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'

type Written = Output<'export.write'>

interface ExportState {
  /** The export that waits for a place, where the host has no dialog to ask for one. */
  readonly asking: { batchId: string; suggestedName: string; format: ExportFormat } | null
  readonly isWriting: boolean
  readonly failure: Failure | null
  /** Asks where to, and writes when the host's own dialog has told; else `write` goes on. */
  begin(batch: BatchSummary, format: ExportFormat, dialogs: boolean): Promise<Written | null>
  write(batchId: string, path: string): Promise<Written | null>
  close(): void
}

/** An export from the wish to the file. */
export const useExportStore = create<ExportState>((set, get) => ({
  asking: null,
  isWriting: false,
  failure: null,

  async begin(batch, format, dialogs) {
    const suggestedName = `${fileNameOf(batch.name)}.${format}`
    set({ failure: null })
    if (!dialogs) {
      set({ asking: { batchId: batch.id, suggestedName, format } })
      return null
    }
    const path = await client.call('host.chooseSavePath', { suggestedName, format })
    return path.ok && path.value ? get().write(batch.id, path.value) : null
  },

  async write(batchId, path) {
    set({ isWriting: true, failure: null })
    const written = await client.call('export.write', { batchId, path })
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
