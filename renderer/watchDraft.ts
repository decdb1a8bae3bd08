import { formatsOf, isFormatOf } from '../electron/choices.ts'
import type { Input, WatchView } from '../electron/contract.ts'
import { textOnly } from './decisionsOf.ts'

/** How a folder is to be watched, as the dialog holds it: every field is a text or a choice. */
export interface WatchDraft {
  readonly folder: string
  readonly withSubfolders: boolean
  readonly template: string
  readonly languages: readonly string[]
  /** In percent; empty: as was measured. */
  readonly threshold: string
  readonly moveTo: string
  readonly exportTo: string
  readonly exportName: string
  readonly exportFormat: WatchView['exportFormat']
  readonly settleSeconds: string
  readonly leaveExisting: boolean
}

const usualName = '{folder} {date} {time}'

export function watchDraftOf(watch: WatchView | null): WatchDraft {
  return {
    folder: watch?.folder ?? '',
    withSubfolders: watch?.withSubfolders ?? true,
    template: watch?.kind === 'read' ? textOnly : (watch?.template ?? 'auto'),
    languages: watch?.languages ?? [],
    threshold: watch?.threshold == null ? '' : String(Math.round(watch.threshold * 100)),
    moveTo: watch?.moveTo ?? '',
    exportTo: watch?.exportTo ?? '',
    exportName: watch?.exportName ?? usualName,
    exportFormat: watch?.exportFormat ?? 'xlsx',
    settleSeconds: String(watch?.settleSeconds ?? 5),
    leaveExisting: false,
  }
}

/** What the core is asked for; whatever the dialog does not show stays as it was. */
export function watchWishOf(
  draft: WatchDraft,
  watch: WatchView | null,
): Omit<Input<'watch.change'>, 'watchId'> {
  const isText = draft.template === textOnly
  const threshold = Number.parseFloat(draft.threshold)
  const settle = Number.parseFloat(draft.settleSeconds)
  const wasText = watch?.kind === 'read'
  const kind = isText ? 'read' : wasText ? 'extract' : (watch?.kind ?? 'extract')
  return {
    ...watch,
    folder: draft.folder.trim(),
    withSubfolders: draft.withSubfolders,
    kind,
    template: isText ? 'auto' : draft.template,
    languages: [...draft.languages],
    threshold: kind === 'extract' && threshold >= 0 ? Math.min(100, threshold) / 100 : null,
    moveTo: draft.moveTo.trim() || null,
    exportTo: draft.exportTo.trim() || null,
    exportName: draft.exportName.trim() || usualName,
    exportFormat: isFormatOf(kind, draft.exportFormat) ? draft.exportFormat : formatsOf[kind][0],
    settleSeconds: settle >= 0 ? settle : 5,
  }
}
