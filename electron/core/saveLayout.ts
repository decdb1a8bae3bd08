import type { ColumnLayout } from '../../workers/columnLayout.ts'
import { AppError } from '../../workers/errors.ts'
import { assertColumnsKnown, chooseLayout } from './chooseLayout.ts'
import type { Core } from './core.ts'
import { findLayout, putLayout } from './db/columnLayouts.ts'
import { durably } from './db/open.ts'
import { layoutSources } from './layoutSources.ts'

/**
 * Keeps a layout under its name, in the place of the one that was edited. Throws layout_invalid, layout_taken.
 * `batchId`: fields that only its documents have are known, too.
 */
export function saveLayout(
  core: Core,
  source: Record<string, unknown>,
  { replaces, batchId }: { readonly replaces: string | null; readonly batchId: string | null },
): ColumnLayout {
  const layout = chooseLayout(core, source)
  assertColumnsKnown(layout, layoutSources(core, batchId))
  const at = core.now().toISOString()
  durably(core.db, () => {
    // Thrown within, so that the one that was to be replaced stays.
    if (!putLayout(core.db, layout, { replaces, at }))
      throw new AppError('layout_taken', { layout: layout.name })
  })
  return layout
}

/** The same once more under a name of its own. Throws no_layout. */
export function duplicateLayout(core: Core, name: string): ColumnLayout {
  const layout = chooseLayout(core, name)
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? ' (copy)' : ` (copy ${count})`
    const copy = layout.name.slice(0, 80 - ending.length) + ending
    if (findLayout(core.db, copy)) continue
    const at = core.now().toISOString()
    const made = { ...layout, name: copy }
    putLayout(core.db, made, { replaces: null, at })
    return made
  }
}
