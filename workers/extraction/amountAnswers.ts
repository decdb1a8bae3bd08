import type { TemplateField } from '../template.ts'
import { answerOf } from './answers.ts'
import type { Answer } from './fields.ts'
import { type Support, supportGross } from './payment.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import { decodeTotals, type TotalPart } from './totals.ts'

/** Totals are decoded together; every other amount stands alone. */
export function amountAnswers(
  specs: readonly TemplateField[],
  scored: ReadonlyMap<string, readonly LabelScore[]>,
  support: Support,
): Map<string, readonly Answer[]> {
  const partOf = (part: TotalPart) => {
    const spec = specs.find((candidate) => candidate.total === part)
    return { name: spec?.name, scores: (spec && scored.get(spec.name)) ?? [] }
  }
  const gross = partOf('gross')
  const parts = {
    net: partOf('net'),
    tax: partOf('tax'),
    gross: { name: gross.name, scores: supportGross(gross.scores, support, partOf('tax').scores) },
  }
  const { chosen, proven, taxes } = decodeTotals({
    net: parts.net.scores,
    tax: parts.tax.scores,
    gross: parts.gross.scores,
  })
  const result = new Map<string, readonly Answer[]>()
  for (const spec of specs)
    result.set(
      spec.name,
      (scored.get(spec.name) ?? []).map((entry) => answerOf(entry, false)),
    )
  for (const part of ['net', 'tax', 'gross'] as const) {
    const { name, scores } = parts[part]
    if (!name) continue
    const isUndecided =
      part !== 'gross' && !chosen[part] && chosen.gross !== undefined && !chosen.net
    if ((part === 'tax' && taxes.length > 0) || isUndecided) {
      // Only the sums of each rate are printed; none of them is the document’s.
      result.set(name, [])
      continue
    }
    const pick = chosen[part]
    result.set(
      name,
      scores.map((entry) =>
        entry === pick ? promoted(entry, scores, proven) : answerOf(entry, false),
      ),
    )
  }
  return result
}

/** The decoded choice leads its list; with a proof its score says so. */
function promoted(entry: LabelScore, scores: readonly LabelScore[], proven: boolean): Answer {
  const best = Math.max(...scores.map((other) => other.score))
  const score = Math.max(best + 0.01, proven ? Math.max(0.7, entry.score + 0.25) : entry.score)
  const why = proven ? 'net, tax and total add up' : null
  return answerOf(withSignal(entry, 'decoded', score - entry.score, why), proven)
}
