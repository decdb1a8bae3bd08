import type { TemplateField } from '../template.ts'
import type { Answer } from './fields.ts'
import type { LabelHit } from './labels.ts'
import type { Reading } from './reading.ts'

/**
 * Answers for a field of free text: what follows its label on the line, else the first words that its
 * pattern names (“cash”, “Visa”).
 */
export function textAnswers(
  spec: TemplateField,
  reading: Reading,
  hits: readonly LabelHit[],
): Answer[] {
  return [...besideLabels(spec, hits), ...byPattern(spec, reading)]
}

function besideLabels(spec: TemplateField, hits: readonly LabelHit[]): Answer[] {
  return hits
    .filter((hit) => hit.owners.fields.has(spec.name))
    .flatMap((hit): Answer[] => {
      const gap = /^[\s:.\-–=]*/.exec(hit.line.text.slice(hit.to))?.[0].length ?? 0
      const from = hit.to + gap
      const end = hit.line.text.indexOf('\t', from)
      const to = end < 0 ? hit.line.text.length : end
      const raw = hit.line.text.slice(from, to).trim()
      if (!/\p{L}{2}/u.test(raw)) return []
      return [answerAt(hit.line, from, to, 0.85 * hit.strength, `right of “${hit.text.trim()}”`)]
    })
}

function byPattern(spec: TemplateField, reading: Reading): Answer[] {
  if (!spec.pattern) return []
  const pattern = new RegExp(spec.pattern, 'giu')
  return reading.lines.flatMap((line) =>
    [...line.text.matchAll(pattern)].map((match) =>
      answerAt(
        line,
        match.index,
        match.index + match[0].length,
        0.68,
        'is one of the words looked for',
      ),
    ),
  )
}

function answerAt(
  line: Reading['lines'][number],
  from: number,
  to: number,
  score: number,
  why: string,
): Answer {
  const raw = line.text.slice(from, to).replace(/\s+/g, ' ').trim()
  return {
    value: raw,
    raw,
    page: line.line.page,
    box: line.boxOf(from, to),
    words: line.wordsOf(from, to),
    signals: { text: score },
    score,
    why: [why],
    proven: false,
    labelled: true,
    other: null,
  }
}
