import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { AppError, failureOf } from '../../workers/errors.ts'
import { renderImagePage } from '../../workers/source/image.ts'
import { inspectFile } from '../../workers/source/inspectFile.ts'
import { renderPdfPage } from '../../workers/source/pdf.ts'
import type { FileInspection } from '../../workers/tasks.ts'
import type { Most } from '../args.ts'
import { type Input, pagesIn, type Workload } from '../workload.ts'

/**
 * The pages of a person's files as pictures that every reader takes: one JPEG or PNG as it is, all else
 * drawn into `folder`. What cannot be opened is left out, and `say` told. Throws folder_not_found.
 */
export async function givenScans(
  paths: readonly string[],
  { folder, most, say }: { folder: string; most: Most; say: (line: string) => void },
): Promise<Workload> {
  const files = paths.flatMap(filesIn)
  const known = new Map([...files, ...paths].flatMap(truthsBeside))
  const inputs: Input[] = []
  const truths = new Map<string, string>()
  const documents = new Set<string>()
  for (const path of files) {
    const room = most.pages - pagesIn(inputs)
    if (documents.size >= most.files || room <= 0) break
    try {
      const inspection = await inspectFile({ path, passwords: [] })
      const pictures = await picturesOf(path, inspection, { folder, room })
      inputs.push(...pictures.map((picture) => ({ path: picture, pages: 1, document: path })))
      documents.add(path)
      const truth = known.get(path)
      // The truth is that of the whole file.
      if (truth !== undefined && inspection.pageCount <= room) truths.set(path, truth)
    } catch (thrown) {
      const { code, message } = failureOf(thrown)
      if (code !== 'unsupported_type') say(`Left out: ${message}`)
    }
  }
  const description = `${inputs.length} pages of ${documents.size} files, ${truths.size} of them with their text`
  return { description, inputs, truths }
}

function filesIn(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new AppError('folder_not_found', { path })
  if (!stats.isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const truthLine = z.object({ file: z.string(), text: z.string() })

/** Paths and texts that a truth.jsonl in the same folder knows; there are others of that name, without texts. */
function truthsBeside(path: string): readonly (readonly [path: string, text: string])[] {
  const file = join(dirname(path), 'truth.jsonl')
  if (!statSync(file, { throwIfNoEntry: false })) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const truth = truthLine.safeParse(JSON.parse(line))
    return truth.success ? [[resolve(dirname(file), truth.data.file), truth.data.text]] : []
  })
}

/** What every reader's own software opens without a difference. */
const isCommon = ({ type, pageCount }: FileInspection) =>
  pageCount === 1 && (type === 'jpeg' || type === 'png')

async function picturesOf(
  path: string,
  inspection: FileInspection,
  { folder, room }: { folder: string; room: number },
): Promise<readonly string[]> {
  if (isCommon(inspection)) return [path]
  const { type, pageCount, sha256 } = inspection
  const pictures: string[] = []
  for (let page = 1; page <= Math.min(pageCount, room); page++) {
    const raster =
      type === 'pdf'
        ? await renderPdfPage({ path, passwords: [] }, page, { dpi: 300, longest: 3510 })
        : await renderImagePage(path, type, page)
    const { width, height, channels, pixels, scale } = raster
    const picture = join(folder, `${sha256.slice(0, 12)}-${page}.png`)
    const png = sharp(pixels, { raw: { width, height, channels } }).withMetadata({
      density: Math.round(scale * 72),
    })
    writeFileSync(picture, await png.png().toBuffer())
    pictures.push(picture)
  }
  return pictures
}
