/** The content of an object of a PDF as it lies in the file. */
export interface PdfStream {
  /** What it is packed with: `DCTDecode`; null for nothing, and for more than one thing. */
  readonly filter: string | null
  /** A line end of the file's may hang on. */
  readonly data: Buffer
}

/** The stream of an object that pdf.js calls `12R`, or `12R1` of another generation; null where it is not in the open. */
export function streamIn(file: Buffer, ref: string): PdfStream | null {
  const [, id = '', generation = ''] = /^(\d+)R(\d*)$/.exec(ref) ?? []
  const start = lastObject(file, `${id} ${generation || '0'} obj`)
  const keyword = start < 0 ? -1 : file.indexOf('stream', start)
  if (keyword < 0) return null
  const [, alone, listed] =
    /\/Filter\s*(?:\/(\w+)|\[\s*\/(\w+)\s*\])/.exec(file.toString('latin1', start, keyword)) ?? []
  const end = file.indexOf('endstream', keyword)
  const begin = keyword + 'stream'.length
  const lineEnd = file[begin] === 13 ? 2 : 1
  return {
    filter: alone ?? listed ?? null,
    data: file.subarray(begin + lineEnd, end < 0 ? file.length : end),
  }
}

/** Where an object begins for the last time: what was written later counts. */
function lastObject(file: Buffer, header: string): number {
  let at = file.lastIndexOf(header)
  while (at > 0 && isDigit(file[at - 1])) at = file.lastIndexOf(header, at - 1)
  return at
}

function isDigit(byte = 0): boolean {
  return byte >= 48 && byte <= 57
}
