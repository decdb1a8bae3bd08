import fs from 'node:fs'
import sharp from 'sharp'
import { readingOf } from '/work/main/workers/extraction/reading.ts'
import { findSpans } from '/work/main/workers/extraction/spans.ts'
import { ocr } from '/work/main/workers/page/ocr.ts'
import { renderImagePage } from '/work/main/workers/source/image.ts'

const truth = fs
  .readFileSync('/work/shared/eval/data/sroie/dev/truth.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l))
const score: Record<string, number[]> = {}
const variants: Record<string, any> = {
  rows1500: [1500, 'rows'],
  page1500: [1500, 'page'],
  col1500: [1500, 'column'],
  rows2200: [2200, 'rows'],
  rowsN: [1500, 'rows', true],
}
let n = 0
for (const t of truth.filter((_, i) => i % 6 === 0)) {
  const r = await renderImagePage(`/work/shared/eval/data/sroie/dev/${t.file}`, 'jpeg', 1)
  n++
  for (const [name, [long, seg, norm]] of Object.entries(variants) as any) {
    const f =
      Math.max(r.width, r.height) < long
        ? long / Math.max(r.width, r.height)
        : Math.min(1, 3510 / Math.max(r.width, r.height))
    let im = sharp(r.pixels, {
      raw: { width: r.width, height: r.height, channels: r.channels },
    }).greyscale()
    if (norm) im = im.normalise()
    if (f !== 1)
      im = im.resize({
        width: Math.round(r.width * f),
        height: Math.round(r.height * f),
        kernel: 'cubic',
        fit: 'fill',
      })
    const png = await im.png({ compressionLevel: 1 }).toBuffer()
    const t0 = performance.now()
    const words = await ocr(
      { png, scale: r.scale * f, width: 0, height: 0 },
      { language: 'en', segmentation: seg, ocrDir: '/work/main/resources/ocr' },
    )
    const ms = performance.now() - t0
    const page: any = {
      number: 1,
      size: [r.width / r.scale, r.height / r.scale],
      words,
      reader: 'ocr',
      confidence: 0,
      language: 'en',
      readerReason: '',
    }
    const rd = readingOf([page], '2026-11-22')
    const a = findSpans('amount', rd).some((s) => Number(s.value) === Number(t.normalized.total))
    const d = findSpans('date', rd).some(
      (s) => s.value === t.normalized.date || s.other === t.normalized.date,
    )
    const x = (score[name] ??= [0, 0, 0, 0])
    x[0] += +a
    x[1] += +d
    x[2] += ms
    x[3] += words.filter((w) => w.confidence > 0.6).length
  }
}
for (const k in score) console.log(k, n, score[k]!.map((x) => (x / n).toFixed(3)).join(' '))
process.exit(0)
