import type { TemplateField } from '../template.ts'
import { withPoints } from './answers.ts'
import { boxOf, type Cell, fillsItsCell, stretch, textOf, wordsOf } from './cells.ts'
import { cellsBeside } from './cellsBeside.ts'
import { isRole, rolesOf } from './definedTerms.ts'
import type { Answer } from './fields.ts'
import type { LabelHit } from './labels.ts'
import { isInSentence, nameInSentence } from './namesInSentences.ts'
import { findPattern, patternOf } from './pattern.ts'
import type { Reading } from './reading.ts'
import { weakLabel } from './scoring.ts'

/**
 * Answers for a field of free text, and for names and addresses of nobody in particular: what stands
 * beside or under its label, else the first words that its pattern names (“cash”, “Visa”).
 */
export function textAnswers(
  spec: TemplateField,
  reading: Reading,
  hits: readonly LabelHit[],
): Answer[] {
  const beside = settled(besideLabels(spec, reading, hits))
  if (spec.type === 'name') return beside.flatMap((answer) => withoutCode(answer, reading))
  return [...beside, ...byPattern(spec, reading)]
}

function besideLabels(spec: TemplateField, reading: Reading, hits: readonly LabelHit[]): Answer[] {
  const own = hits.filter(({ owners }) => owners.fields.has(spec.name))
  const isForm = own.some((hit) => !isInSentence(hit))
  const roles = spec.type === 'name' ? rolesOf(reading) : new Set<string>()
  return hits.flatMap((hit) => {
    const isOwn = hit.owners.fields.has(spec.name)
    if (!isOwn && !hit.owners.weakly.has(spec.name)) return []
    const weight = hit.strength * (isOwn ? 1 : weakLabel)
    if (spec.type === 'name' && isInSentence(hit))
      return inSentence(spec, hit, weight * (isForm ? saidBesides : said), reading).filter(
        ({ value }) => !isRole(value, roles),
      )
    return cellsBeside(hit, hits, reading)
      .filter(({ cells }) => canAnswer(spec, textOf(cells)))
      .map(({ cells, kind, score }) => ({
        ...answerAt(
          cells,
          score * weight,
          `${kind === 'right' ? 'right of' : kind} “${hit.text.trim()}”`,
        ),
        ...(fillsItsCell(cells, reading) && { certainty: asLikelyAsNot }),
      }))
  })
}

/** What a name counts that a sentence says, where it ends being a guess; and one where a label stands by itself, too. */
const said = 0.8
const saidBesides = 0.4

function inSentence(
  spec: TemplateField,
  hit: LabelHit,
  weight: number,
  reading: Reading,
): Answer[] {
  const cells = nameInSentence(hit, reading)
  if (cells.length === 0 || !canAnswer(spec, textOf(cells))) return []
  const answer = answerAt(cells, weight, `goes on behind “${hit.text.trim()}”`)
  // Among capitals nothing tells a name from the sentence around it.
  const isLoud = !/\p{Ll}/u.test(hit.line.text)
  return [{ ...answer, ...(isLoud && { certainty: asLikelyAsNot }) }]
}

/** A sentence is no name. */
function isProse(text: string): boolean {
  return text.length > 80 || /\p{Ll}{2}[.;] \p{Lu}/u.test(text) || text.split(' ').length > 12
}

/** The number under which somebody keeps a name, in brackets behind it. */
const code = /\s*\(\d{3,}\)?$/

/** A name has letters, and more of them than digits; any text has one of either. */
function canAnswer({ type, pattern }: TemplateField, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (type === 'text') return pattern ? letters > 1 : /[\p{L}\p{N}]/u.test(text)
  const digits = text.replace(code, '').match(/\d/g)?.length ?? 0
  return letters >= 2 && (type === 'address' || (letters > digits && !isProse(text)))
}

/** What a text ends with that goes on where nobody sees it. */
const isOpen = /[,&/+–—-]$/

/** Texts of which some are the start of others were cut off: the longest is meant, and may be cut off as well. */
function settled(answers: readonly Answer[]): Answer[] {
  const best = repeated(answers)
  return best.map((answer) => {
    const longer = best.filter((other) => isCutOff(answer.value, other.value))
    const score = Math.min(answer.score, ...longer.map((other) => other.score - 0.01))
    const isWhole =
      !isOpen.test(answer.value) && !best.some((other) => isCutOff(other.value, answer.value))
    const lowered = withPoints(answer, 'cutOff', score - answer.score)
    return isWhole ? lowered : { ...lowered, certainty: asLikelyAsNot }
  })
}

/** Whether a text is the start of another and ends within a word of it. */
function isCutOff(text: string, other: string): boolean {
  return (
    other.length > text.length && other.startsWith(text) && /^[^\s(]/.test(other.slice(text.length))
  )
}

/** The same text beside the same label on every page is the likelier for it. */
function repeated(answers: readonly Answer[]): Answer[] {
  const counts = new Map<string, number>()
  for (const { value } of answers) counts.set(value, (counts.get(value) ?? 0) + 1)
  return answers.map((answer) => {
    const points = Math.min(0.12, 0.04 * ((counts.get(answer.value) ?? 1) - 1))
    return withPoints(answer, 'repeated', points)
  })
}

/** What is left of the confidence in a text that may well be another one. */
const asLikelyAsNot = 0.55

/** “Name (4711)” may be the name or the name and its number: what the rest of the document says, decides. */
function withoutCode(answer: Answer, reading: Reading): Answer[] {
  const plain = answer.value.replace(code, '')
  if (plain === answer.value) return [answer]
  const isPrinted = reading.lines.some(({ text }) =>
    text.split('\t').some((cell) => cell.trim() === plain),
  )
  const named = { ...answer, value: plain, raw: plain }
  return isPrinted
    ? [named, withPoints(answer, 'code', -0.2)]
    : [
        { ...answer, certainty: asLikelyAsNot },
        { ...withPoints(named, 'code', -0.02), certainty: asLikelyAsNot },
      ]
}

function byPattern(spec: TemplateField, reading: Reading): Answer[] {
  if (!spec.pattern) return []
  const pattern = patternOf(spec.pattern, { anyCase: true })
  return reading.lines.flatMap((line) =>
    findPattern(pattern, line.text).map(({ from, to }) =>
      answerAt([stretch(line, from, to)], 0.68, 'is one of the words looked for'),
    ),
  )
}

function answerAt(cells: readonly Cell[], score: number, why: string): Answer {
  const raw = textOf(cells)
  return {
    value: raw,
    raw,
    page: cells[0]?.line.line.page ?? 1,
    box: boxOf(cells),
    words: wordsOf(cells),
    signals: { text: score },
    score,
    why: [why],
    proven: false,
    labelled: true,
    other: null,
  }
}
