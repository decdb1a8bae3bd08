import { create } from 'zustand'
import type { ExportFormat, Failure, Input, Output, Result } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'

type Written = Output<'export.write'>

/** The documents that are exported alone, and what that is called: `12 of 212`. */
export interface ExportSelection {
  readonly documentIds: readonly string[]
  readonly itemIds: readonly number[]
  readonly words: string
}

/** How exports are written that a person chose more for than a format. */
export interface ExportChoices {
  /** null: the usual columns. */
  readonly layout: string | null
  /** null: as the settings say. */
  readonly csvFor: string | null
  readonly proof: boolean
  readonly evidence: boolean
}

const usual: ExportChoices = { layout: null, csvFor: null, proof: false, evidence: false }

interface ExportState {
  /** What the dialog of choices is open for; `selection` null: the whole batch. */
  readonly choosing: { readonly selection: ExportSelection | null } | null
  readonly choices: ExportChoices
  /** The export that waits for a place, where the host has no dialog to ask for one. */
  readonly asking:
    | (Omit<Input<'export.write'>, 'path'> & { suggestedName: string; format: ExportFormat })
    | null
  readonly isWriting: boolean
  readonly failure: Failure | null
  /** Tries what failed once more, there or in another place; null: nothing failed. */
  readonly again: ((path: string | null) => Promise<Written | null>) | null
  /** Opens the dialog of choices, with some of them made. */
  choose(selection: ExportSelection | null, made?: Partial<ExportChoices>): void
  change(choices: Partial<ExportChoices>): void
  /** Asks where to, and writes when the host's own dialog has told; else `write` goes on. */
  begin(
    batch: BatchSummary,
    format: ExportFormat,
    how: {
      readonly dialogs: boolean
      readonly selection: ExportSelection | null
      /** Left out: as usual. */
      readonly choices?: ExportChoices
    },
  ): Promise<Written | null>
  write(input: Input<'export.write'>): Promise<Written | null>
  /** Writes an earlier export again, as it was asked for then. */
  repeat(exportId: number, path: string | null): Promise<Written | null>
  close(): void
}

/** An export from the wish to the file. */
export const useExportStore = create<ExportState>((set, get) => {
  async function run(
    call: () => Promise<Result<Written>>,
    again: NonNullable<ExportState['again']>,
  ): Promise<Written | null> {
    // A second press on the key that began it.
    if (get().isWriting) return null
    set({ isWriting: true, failure: null, again: null })
    const written = await call()
    set({ isWriting: false })
    if (!written.ok) {
      set({ failure: written.error, again })
      return null
    }
    set({ asking: null, choosing: null })
    return written.value
  }

  return {
    choosing: null,
    choices: usual,
    asking: null,
    isWriting: false,
    failure: null,
    again: null,

    choose: (selection, made = {}) =>
      set(({ choices }) => ({
        ...{ choosing: { selection }, failure: null, again: null },
        choices: { ...choices, ...made },
      })),

    change: (changed) => set(({ choices }) => ({ choices: { ...choices, ...changed } })),

    async begin(batch, format, { dialogs, selection, choices = usual }) {
      const part = selection ? ` - ${selection.words}` : ''
      const suggestedName = `${fileNameOf(batch.name + part)}.${format}`
      const chosen = selection && {
        documentIds: [...selection.documentIds],
        itemIds: [...selection.itemIds],
      }
      const what = { batchId: batch.id, selection: chosen, ...fitting(choices, format) }
      set({ failure: null, again: null })
      if (!dialogs) {
        set({ choosing: null, asking: { ...what, suggestedName, format } })
        return null
      }
      const path = await client.call('host.chooseSavePath', { suggestedName, format })
      if (!path.ok || !path.value) return null
      set({ choosing: null })
      return get().write({ ...what, path: path.value })
    },

    write: (input) =>
      run(
        () => client.call('export.write', input),
        (path) => get().write({ ...input, path: path ?? input.path }),
      ),

    repeat: (exportId, path) =>
      run(
        () => client.call('export.repeat', { exportId, path }),
        (other) => get().repeat(exportId, other ?? path),
      ),

    close: () => set({ asking: null, choosing: null, failure: null, again: null }),
  }
})

/** The choices that a format has. */
function fitting({ layout, csvFor, proof, evidence }: ExportChoices, format: ExportFormat) {
  return {
    layout: format === 'xlsx' || format === 'csv' ? layout : null,
    csvFor: format === 'csv' ? csvFor : null,
    proof,
    evidence: format === 'xlsx' && evidence,
  }
}

/** A batch's name without what no file system takes. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, '-').trim() || 'Export'
}
