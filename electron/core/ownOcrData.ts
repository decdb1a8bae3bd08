import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataOf } from '../../workers/page/languageCodes.ts'
import { installedLanguages, ocrDirs } from './languages.ts'

/**
 * What of the person's own language data a reading in these languages (ISO 639-1; none: in any that it may
 * find) may use, as a hash of its content; empty where all of it came along with the program. Pages that were
 * read with other data are other pages.
 */
export function ownOcrData(
  folders: { readonly dataDir: string; readonly resourcesDir: string },
  languages: readonly string[],
): string {
  const [own, shipped] = ocrDirs(folders)
  const isShipped = (data: string) => existsSync(join(shipped, `${data}.traineddata`))
  const taken =
    languages.length > 0
      ? languages.map(dataOf)
      : installedLanguages(folders)
          .map(({ data }) => data)
          .filter(isShipped)
  const hash = createHash('sha256')
  let isOwn = false
  for (const data of taken.toSorted()) {
    const file = join(own, `${data}.traineddata`)
    if (!existsSync(file)) continue
    isOwn = true
    hash.update(`${data}\n`).update(readFileSync(file))
  }
  return isOwn ? hash.digest('hex').slice(0, 16) : ''
}
