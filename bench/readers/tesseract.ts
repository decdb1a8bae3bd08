import { readEach } from './readEach.ts'
import type { Reader } from './reader.ts'
import { runTool, versionOf } from './runTool.ts'

/** The machine's own tesseract with our language data: a process a picture, `width` at a time. */
export async function tesseract(ocrDir: string, width: number): Promise<Reader> {
  const how = ['--tessdata-dir', ocrDir, '-l', 'eng', '--psm', '3']
  // Its own threads would only get in the way of the processes beside it.
  const env = { OMP_THREAD_LIMIT: '1' }
  const version = await versionOf('tesseract', '--version')
  if (version === null) return { name: 'tesseract', isInstalled: false }
  return {
    name: `tesseract ${version}`,
    isInstalled: true,
    prepare: async (inputs) => () =>
      readEach(inputs, width, (path) => runTool('tesseract', [path, 'stdout', ...how], env)),
  }
}
