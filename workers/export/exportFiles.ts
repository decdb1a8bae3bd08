import { basename, dirname, extname, join } from 'node:path'
import { evidenceFolder } from './evidenceNames.ts'

/**
 * Every file that an export of this name may consist of: CSV has one per table, a workbook may have a folder of
 * pages, and each a proof.
 */
export function exportFiles(file: string): readonly [main: string, ...others: string[]] {
  const proof = proofFile(file)
  const ending = extname(file).toLowerCase()
  if (ending === '.xlsx') return [file, evidenceFolder(file), proof]
  if (ending !== '.csv') return [file, proof]
  return [file, csvFile(file, '-line-items'), csvFile(file, '-tax-breakdown'), proof]
}

const proofEnding = '.run.json'

/** `results.xlsx` has its proof in `results.xlsx.run.json` in the same folder. */
export function proofFile(file: string): string {
  return `${file}${proofEnding}`
}

/** The export that a proof belongs to; null: it is no name of a proof. */
export function provenFile(file: string): string | null {
  return file.endsWith(proofEnding) ? file.slice(0, -proofEnding.length) : null
}

/** `results.csv` and `-line-items` give `results-line-items.csv` in the same folder. */
export function csvFile(file: string, suffix: string): string {
  const extension = extname(file)
  return join(dirname(file), `${basename(file, extension)}${suffix}${extension}`)
}
