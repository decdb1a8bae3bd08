import { basename, dirname, extname, join } from 'node:path'

/** Every file that an export of this name may consist of: CSV has one per table, the others one. */
export function exportFiles(file: string): readonly [main: string, ...others: string[]] {
  if (extname(file).toLowerCase() !== '.csv') return [file]
  return [file, csvFile(file, '-line-items'), csvFile(file, '-tax-breakdown')]
}

/** `results.csv` and `-line-items` give `results-line-items.csv` in the same folder. */
export function csvFile(file: string, suffix: string): string {
  const extension = extname(file)
  return join(dirname(file), `${basename(file, extension)}${suffix}${extension}`)
}
