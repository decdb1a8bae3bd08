import type { PatternMatch } from '../../workers/extraction/findMatches.ts'
import { patternProblem } from '../../workers/extraction/pattern.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Core } from './core.ts'
import { dayOf, keptPages } from './tryTemplate.ts'

/** As many as a person looks at. */
const most = 200

/** Where the pattern of a field matches on kept pages. A document that is gone has no matches. */
export async function matchPattern(
  core: Core,
  { pattern, type, documentIds }: ParsedInput<'template.matches'>,
): Promise<Output<'template.matches'>> {
  const problem = patternProblem(pattern)
  if (problem) return { problem: `The pattern ${problem}.`, matches: [], isCut: false }
  const matches: Output<'template.matches'>['matches'] = []
  for (const documentId of new Set(documentIds)) {
    const found = await matchesIn(documentId)
    if (matches.length + found.length > most) {
      matches.push(...found.slice(0, most - matches.length))
      return { problem: null, matches, isCut: true }
    }
    matches.push(...found)
  }
  return { problem: null, matches, isCut: false }

  async function matchesIn(documentId: string) {
    const kept = keptPages(core, documentId)
    if (!kept) return []
    const today = dayOf(core, kept.document)
    // One more than are shown tells that there are more.
    const task = { pages: kept.pages, pattern, type, today, most: most - matches.length + 1 }
    const found = await core.pool.findMatches(task, { urgent: true, signal: core.closing })
    return found.map((match) => placed(documentId, match, kept.pages))
  }
}

function placed(
  documentId: string,
  { page, text, box }: PatternMatch,
  pages: readonly { readonly number: number; readonly size: readonly [number, number] }[],
): Output<'template.matches'>['matches'][number] {
  const [width, height] = pages.find(({ number }) => number === page)?.size ?? [0, 0]
  return { documentId, page, pageSize: [width, height], text, box: [...box] }
}
