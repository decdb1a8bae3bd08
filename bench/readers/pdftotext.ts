import { readEach } from './readEach.ts'
import type { Reader } from './reader.ts'
import { runTool, versionOf } from './runTool.ts'

/** Poppler's pdftotext: a process a file, `width` at a time. */
export async function pdftotext(width: number): Promise<Reader> {
  const version = await versionOf('pdftotext', '-v')
  return {
    name: `pdftotext${version === null ? '' : ` ${version}`}, ${width} at a time`,
    isInstalled: version !== null,
    prepare: async (inputs) => () =>
      readEach(inputs, width, (path) => runTool('pdftotext', [path, '-'])),
  }
}
