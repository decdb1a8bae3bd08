import type { Most } from './args.ts'
import { compareReaders } from './compareReaders.ts'
import { givenScans } from './pages/givenScans.ts'
import { madeScans } from './pages/madeScans.ts'
import { ocrmypdf } from './readers/ocrmypdf.ts'
import { sheaf } from './readers/sheaf.ts'
import { tesseract } from './readers/tesseract.ts'
import type { Surroundings } from './surroundings.ts'

/** Scans, read by Sheaf and by its peers with the same language data. Gives what was read. */
export async function benchRead(
  { paths, most }: { readonly paths: readonly string[]; readonly most: Most },
  { folder, ocrDir, width, answer, say }: Surroundings,
): Promise<string> {
  say('Making the pages …')
  const workload =
    paths.length > 0
      ? await givenScans(paths, { folder, most, say })
      : await madeScans(folder, most)
  const readers = [
    sheaf('Sheaf', []),
    sheaf('Sheaf, told the language', ['en']),
    await tesseract(ocrDir, width),
    await ocrmypdf({ folder, ocrDir, width }),
  ]
  await compareReaders(workload, readers, { pace: 'minute', answer, say })
  answer('Sheaf writes no previews here, since its peers write none.')
  return workload.description
}
