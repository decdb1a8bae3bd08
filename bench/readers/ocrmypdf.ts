import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { pageScale } from '../../workers/source/resolution.ts'
import type { Input } from '../workload.ts'
import type { Reader } from './reader.ts'
import { runTool, versionOf } from './runTool.ts'

export interface OcrmypdfOptions {
  /** For the PDF that it is given, and what it writes. */
  readonly folder: string
  /** Where our language data is. */
  readonly ocrDir: string
  /** Pages at a time. */
  readonly width: number
}

/** ocrmypdf on one PDF of all the pictures, `width` pages at a time, for their text alone. */
export async function ocrmypdf({ folder, ocrDir, width }: OcrmypdfOptions): Promise<Reader> {
  const version = await versionOf('ocrmypdf', '--version')
  if (version === null) return { name: 'ocrmypdf', isInstalled: false }
  return {
    name: `ocrmypdf ${version}`,
    isInstalled: true,
    async prepare(inputs) {
      const data = dataFolder(join(folder, 'tessdata'), ocrDir)
      const [pdf, sidecar] = [join(folder, 'pages.pdf'), join(folder, 'pages.txt')]
      writeFileSync(pdf, await pdfOf(inputs))
      const args = ['--jobs', `${width}`, '-l', 'eng', '--output-type', 'none', '--quiet']
      return async () => {
        await runTool('ocrmypdf', [...args, '--sidecar', sidecar, pdf, '-'], data)
        return { texts: readFileSync(sidecar, 'utf8').split('\f'), failures: [] }
      }
    },
  }
}

/** It asks tesseract for formats by name, which are files beside the language data. Gives the environment. */
function dataFolder(folder: string, ocrDir: string): NodeJS.ProcessEnv {
  mkdirSync(join(folder, 'configs'), { recursive: true })
  symlinkSync(join(ocrDir, 'eng.traineddata'), join(folder, 'eng.traineddata'))
  for (const format of ['hocr', 'txt', 'pdf'])
    writeFileSync(join(folder, 'configs', format), `tessedit_create_${format} 1\n`)
  return { TESSDATA_PREFIX: folder }
}

/** A PDF with each picture as a page of its size. */
async function pdfOf(inputs: readonly Input[]): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 })
  for (const { path } of inputs) {
    const { width, height, density } = await sharp(path).metadata()
    const scale = pageScale(width, height, density ?? null)
    const size: [number, number] = [width / scale, height / scale]
    pdf.addPage({ size }).image(path, 0, 0, { width: size[0], height: size[1] })
  }
  pdf.end()
  return buffer(pdf)
}
