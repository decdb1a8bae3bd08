import { dirname, join } from 'node:path'
import { documents, pictures } from '../../scripts/samples/catalogue.ts'

const folder = join(dirname(dirname(import.meta.dirname)), 'resources', 'samples')

/** Paths of the samples that are PDFs with a text layer, all of them or those in one language. */
export function samplePdfs(language: string | null = null): readonly string[] {
  return documents
    .filter(({ file }) => file.endsWith('.pdf') && !(file in pictures))
    .filter((document) => language === null || document.language === language)
    .map(({ file }) => join(folder, file))
}
