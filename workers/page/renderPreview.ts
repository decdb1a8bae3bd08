import { renderImagePage } from '../source/image.ts'
import { renderPdfPage } from '../source/pdf.ts'
import type { RenderPreviewTask } from '../tasks.ts'
import { previewSide, writePreview } from './preview.ts'

/** Draws the picture of a page for the screen, for pages that were read without drawing them. */
export async function renderPreview(task: RenderPreviewTask): Promise<null> {
  const { path, type, page, rotation, previewFile, longSide = previewSide } = task
  const dpi = longSide > previewSide ? 320 : 160
  const longest = Math.min(Math.max(previewSide, longSide), 2 * longSide)
  const raster =
    type === 'pdf'
      ? await renderPdfPage(task, page, { dpi, longest })
      : await renderImagePage(path, type, page)
  await writePreview(raster, previewFile, rotation, longSide)
  return null
}
