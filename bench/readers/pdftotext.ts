import { readEach } from './readEach.ts'
import type { Reader } from './reader.ts'
import { runTool, versionOf } from './runTool.ts'

/** Poppler's pdftotext, a process a file: one at a time, and where there is room, `width` at a time. */
export async function pdftotext(width: number): Promise<readonly Reader[]> {
  const version = await versionOf('pdftotext', '-v')
  if (version === null) return [{ name: 'pdftotext', isInstalled: false }]
  return [...new Set([1, width])].map((atOnce) => ({
    name: `pdftotext ${version}, ${atOnce} at a time`,
    isInstalled: true,
    prepare: async (inputs) => () =>
      readEach(inputs, atOnce, (path) => runTool('pdftotext', [path, '-'])),
  }))
}
