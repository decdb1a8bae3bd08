import { compareReaders } from './compareReaders.ts'
import { madeTexts } from './pages/madeTexts.ts'
import { pdftotext } from './readers/pdftotext.ts'
import { sheaf } from './readers/sheaf.ts'
import type { Surroundings } from './surroundings.ts'

/** Pages with a text layer, read by Sheaf and by pdftotext. Gives what was read. */
export async function benchText(
  pages: number,
  { folder, width, answer, say }: Surroundings,
): Promise<string> {
  say('Making the pages …')
  const workload = await madeTexts(folder, pages)
  const readers = [sheaf('Sheaf', []), ...(await pdftotext(width))]
  await compareReaders(workload, readers, { pace: 'second', answer, say })
  return workload.description
}
