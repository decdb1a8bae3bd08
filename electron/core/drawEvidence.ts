import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pagePicture } from '../../workers/export/evidenceNames.ts'
import { recordsIn } from '../../workers/export/recordLines.ts'
import { valuesOf } from '../../workers/export/valuesOf.ts'
import type { Core } from './core.ts'
import { findDocument } from './db/documents.ts'
import { listPageFacts } from './db/pages.ts'
import { pageKeyOf } from './documentPages.ts'
import { drawPreview } from './drawPreview.ts'
import { inParallel } from './inParallel.ts'
import { type Preview, previewFile } from './previews.ts'

interface Wanted extends Preview {
  /** Where it goes, inside the folder. */
  readonly picture: string
}

/**
 * Puts the pictures of all pages on which a value was seen into a folder: kept ones, and the others drawn from
 * their files. A page whose file is gone has none.
 */
export async function drawEvidence(core: Core, recordsFile: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'pages'), { recursive: true })
  const wanted = picturesOf(core, recordsFile)
  const next = () => wanted.next().value ?? null
  await inParallel(core.pool.threads, next, async (page) => {
    const kept = previewFile(core.dataDir, page)
    const target = join(folder, page.picture)
    if (await copied(kept, target)) return
    await mkdir(dirname(kept), { recursive: true })
    await drawPreview(core, page)
    await copied(kept, target)
  })
}

/** Each page once; documents of one file may share pages. */
function* picturesOf(core: Core, recordsFile: string): Generator<Wanted, undefined> {
  let known = new Set<string>()
  let file = -1
  for (const record of recordsIn(recordsFile)) {
    const document = record.document_id === null ? null : findDocument(core.db, record.document_id)
    const key = document && pageKeyOf(core, document)
    if (!key) continue
    if (record.file_index !== file) known = new Set()
    file = record.file_index
    const numbers = [...valuesOf(record)].flatMap(([, { provenance }]) => provenance?.page ?? [])
    if (numbers.length === 0) continue
    const facts = listPageFacts(core.db, key, [Math.min(...numbers), Math.max(...numbers)])
    for (const { number, rotation } of facts) {
      const picture = pagePicture(record, number)
      if (known.has(picture) || !numbers.includes(number)) continue
      known.add(picture)
      yield { sha256: key.sha256, page: number, rotation, picture }
    }
  }
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw thrown
  }
}
