import type { Reader, Word } from '../../../workers/model.ts'

type PackedWord = [
  text: string,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  confidence: number,
  reader: Reader,
  otherText?: string,
  otherConfidence?: number,
]

/** Words as short JSON: a hundredth of a point is a third of what the print could show. */
export function packWords(words: readonly Word[]): string {
  const packed = words.map(({ text, box, confidence, reader, alternative }): PackedWord => {
    const [x0, y0, x1, y1] = box.map((edge) => Math.round(edge * 100) / 100) as [
      number,
      number,
      number,
      number,
    ]
    const other = alternative && ([alternative.text, short(alternative.confidence)] as const)
    return [text, x0, y0, x1, y1, short(confidence), reader, ...(other ?? [])]
  })
  return JSON.stringify(packed)
}

export function unpackWords(json: string): Word[] {
  return (JSON.parse(json) as PackedWord[]).map(
    ([text, x0, y0, x1, y1, confidence, reader, otherText, otherConfidence]) => ({
      ...{ text, box: [x0, y0, x1, y1], confidence, reader },
      ...(otherText !== undefined &&
        otherConfidence !== undefined && {
          alternative: { text: otherText, confidence: otherConfidence },
        }),
    }),
  )
}

function short(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000
}
