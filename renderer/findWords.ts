import type { Output } from '../electron/contract.ts'

type PageWords = Output<'document.words'>[number]
type Box = readonly [number, number, number, number]

/** Words of a page that begin as what is typed. */
export interface Hit {
  readonly page: number
  readonly text: string
  readonly box: Box
}

const atLeast = 2
/** More of them light up nothing but the whole page. */
const atMost = 60

/**
 * Where on the pages what is typed is printed, in reading order: each word but the last as it is
 * typed and the last as it begins. Case does not count. Less than two characters find nothing.
 */
export function findWords(pages: readonly PageWords[], typed: string): readonly Hit[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (parts.join('').length < atLeast) return []
  const hits = pages.flatMap(({ page, words }) =>
    words.flatMap((_, at) => {
      const run = words.slice(at, at + parts.length)
      if (!begins(run, parts)) return []
      return [{ page, text: run.map(([text]) => text).join(' '), box: around(run) }]
    }),
  )
  return hits.slice(0, atMost)
}

type Word = PageWords['words'][number]

function begins(run: readonly Word[], parts: readonly string[]): boolean {
  return parts.every((part, index) => {
    const text = run[index]?.[0].toLowerCase()
    return index < parts.length - 1 ? text === part : text?.startsWith(part)
  })
}

function around(run: readonly Word[]): Box {
  return [
    Math.min(...run.map(([, left]) => left)),
    Math.min(...run.map(([, , top]) => top)),
    Math.max(...run.map(([, , , right]) => right)),
    Math.max(...run.map(([, , , , bottom]) => bottom)),
  ]
}
