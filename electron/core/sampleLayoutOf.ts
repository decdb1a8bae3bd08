import { type SampleLayout, sampleLayout } from '../../workers/export/sample/sampleLayout.ts'
import type { Core } from './core.ts'
import { layoutSources, layoutTemplates } from './layoutSources.ts'

/** The layout of a sample of another program’s CSV; what the documents of the batch have goes before the rest. */
export function sampleLayoutOf(
  core: Core,
  batchId: string | null,
  sample: { readonly filename: string; readonly bytes: Uint8Array },
): SampleLayout {
  const { fields, items } = layoutSources(core, batchId)
  const here = {
    field: new Set(fields.filter(({ isHere }) => isHere).map(({ name }) => name)),
    item: new Set(items.filter(({ isHere }) => isHere).map(({ name }) => name)),
  }
  return sampleLayout(sample, layoutTemplates(core, batchId), (kind, name) => here[kind].has(name))
}
