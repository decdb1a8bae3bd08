import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renderPreview } from './renderPreview.ts'

const sample = join(
  import.meta.dirname,
  '..',
  '..',
  'resources',
  'samples',
  'invoice-en-us-ridgeline-supply.pdf',
)

test.each([
  [240, 240],
  [undefined, 1760],
  [3600, 3520],
])('a page of a PDF is drawn with a longer side of %s', async (longSide, height) => {
  const previewFile = join(mkdtempSync(join(tmpdir(), 'sheaf-preview-')), 'page.webp')
  const source = { path: sample, type: 'pdf', passwords: [] } as const
  await renderPreview({ ...source, page: 1, rotation: 0, previewFile, longSide })
  const drawn = await sharp(previewFile).metadata()
  expect(drawn.height).toBe(height)
})
