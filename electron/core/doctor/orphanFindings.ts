import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { listOutputs } from '../db/batches.ts'
import { atomically } from '../db/open.ts'
import { deleteOrphanPages, isNeeded, listOrphanContents, someUninspected } from '../db/orphans.ts'
import { unusedDrops } from '../removeOldDrops.ts'

const hourMs = 60 * 60 * 1000

/** What lies about and belongs to nothing any more: after a crash, or of batches that are gone. */
export async function orphanFindings(core: Core, fix: boolean): Promise<readonly Finding[]> {
  const remove = async (path: string) => {
    if (fix) await rm(path, { recursive: true, force: true })
  }
  const found = {
    previews: await orphanPreviews(core),
    drops: unusedDrops(core.db, join(core.dataDir, 'dropped'), core.now()),
    unfinished: await unfinishedFiles(core),
  }
  for (const path of Object.values(found).flat()) await remove(path)
  return [
    told('previews', found.previews.length, ['picture', 'pictures'], 'of pages', fix),
    told('dropped', found.drops.length, ['folder', 'folders'], 'of dropped files', fix),
    told(
      'unfinished',
      found.unfinished.length,
      ['file', 'files'],
      'that a crash left half-written',
      fix,
    ),
    pagesFinding(core, fix),
  ]
}

function pagesFinding({ db }: Core, fix: boolean): Finding {
  if (someUninspected(db)) {
    const sentence = 'Kept pages are looked through when no file waits to be looked at.'
    return { name: 'pages', level: 'ok', sentence, advice: null }
  }
  const contents = listOrphanContents(db)
  if (fix)
    atomically(db, () => {
      for (const sha256 of contents) deleteOrphanPages(db, sha256)
    })
  return told('pages', contents.length, ['content', 'contents'], 'of which pages are kept', fix)
}

function told(
  name: string,
  count: number,
  [one, many]: readonly [string, string],
  of: string,
  fix: boolean,
): Finding {
  if (count === 0)
    return { name, level: 'ok', sentence: `No ${many} ${of} lie about.`, advice: null }
  const what = `${count} ${count === 1 ? one : many} ${of}`
  const belongs = count === 1 ? 'belongs' : 'belong'
  if (fix)
    return {
      ...{ name, level: 'ok', advice: null },
      sentence: `${what} belonged to nothing and ${count === 1 ? 'is' : 'are'} gone.`,
    }
  return {
    ...{ name, level: 'warning', sentence: `${what} ${belongs} to nothing any more.` },
    advice: 'Clean up: “npm start -- doctor --fix”.',
  }
}

/** Pictures of contents that no item has, and those that nobody turned and named to the end. */
async function orphanPreviews({ db, dataDir, pagesInHand }: Core): Promise<readonly string[]> {
  const root = join(dataDir, 'previews')
  const orphans: string[] = []
  for (const folder of await namesIn(root))
    for (const name of await namesIn(join(root, folder))) {
      const [, sha256, rest = ''] = /^([0-9a-f]{64})-(.*)\.webp$/.exec(name) ?? []
      if (!sha256) continue
      const isUnturned = !/^\d+(-\d+)?(@small)?$/.test(rest) && pagesInHand.size === 0
      if (isUnturned || !isNeeded(db, sha256)) orphans.push(join(root, folder, name))
    }
  return orphans
}

/** Hidden folders in which exports were being written, and a copy of the database that was not ended. */
async function unfinishedFiles({ db, dataDir, now }: Core): Promise<readonly string[]> {
  const folders = new Set(listOutputs(db).map((path) => dirname(path)))
  const found: string[] = []
  for (const folder of folders)
    for (const name of await namesIn(folder)) {
      if (!/^\.sheaf-(\d+-)?\w{6}$/.test(name)) continue
      const path = join(folder, name)
      const entry = await stat(path).catch(() => null)
      if (entry?.isDirectory() && now().getTime() - entry.mtimeMs > hourMs) found.push(path)
    }
  const copies = (await namesIn(dataDir)).filter((name) => /^sheaf\.db\..*\.unfinished$/.test(name))
  return [...found, ...copies.map((name) => join(dataDir, name))]
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
