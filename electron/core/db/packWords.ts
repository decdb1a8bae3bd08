import type { Reader, Word } from '../../../workers/model.ts'

type PackedWord = [string, number, number, number, number, number, Reader]

/** Words as short JSON: a hundredth of a point is a third of what the print could show. */
export function packWords(words: readonly Word[]): string {
  const packed = words.map(({ text, box, confidence, reader }): PackedWord => {
    const [x0, y0, x1, y1] = box.map((edge) => Math.round(edge * 100) / 100) as [
      number,
      number,
      number,
      number,
    ]
    return [text, x0, y0, x1, y1, Math.round(confidence * 10_000) / 10_000, reader]
  })
  return JSON.stringify(packed)
}

export function unpackWords(json: string): Word[] {
  return (JSON.parse(json) as PackedWord[]).map(([text, x0, y0, x1, y1, confidence, reader]) => ({
    text,
    box: [x0, y0, x1, y1],
    confidence,
    reader,
  }))
}
