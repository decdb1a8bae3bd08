import type { Field, FieldType } from '../model.ts'
import type { Template, TemplateField } from '../template.ts'
import { amountAnswers } from './amountAnswers.ts'
import { answerOf, provesItself } from './answers.ts'
import { withRanges } from './dateRanges.ts'
import { withEmptyPlaces } from './emptyPlaces.ts'
import { fieldLabels } from './fieldLabels.ts'
import { type Answer, fieldOf } from './fields.ts'
import { textAnswers } from './freeText.ts'
import { fuseAnswers } from './fuseAnswers.ts'
import { type InPlace, inPlace } from './inPlace.ts'
import type { LabelHit } from './labels.ts'
import { mendAddress } from './mendAddress.ts'
import { isInSentence } from './namesInSentences.ts'
import { byParty, partiesOf, partyAnswers } from './partyAnswers.ts'
import { patternOf } from './pattern.ts'
import { titled, withPriors } from './priors.ts'
import { otherReadings, type Reading } from './reading.ts'
import { scoresInPlace, withBox } from './scoresInPlace.ts'
import { type LabelScore, scoreByLabels } from './scoring.ts'
import type { Span } from './spans.ts'
import { spansFor } from './spansFor.ts'
import { textsInPlace } from './textsInPlace.ts'

/** Every header field of a template, found on the pages, in the template's order. */
export function findFields(template: Template, reading: Reading): Field[] {
  return findAnswers(template, reading).map(({ spec, answers }) => fieldOf(spec, answers, reading))
}

/**
 * Everything on the pages that might answer each field, in the template’s order. Further readings of the
 * pages bring candidates of their own; what several readings say alike counts more.
 */
export function findAnswers(
  template: Template,
  reading: Reading,
): readonly { readonly spec: TemplateField; readonly answers: readonly Answer[] }[] {
  // Pages that were read once have no other reading: which is the last is told by all of them.
  const places = new Map(
    template.fields.flatMap((spec) => {
      const place = inPlace(spec, reading.pages)
      return place ? [[spec.name, place]] : []
    }),
  )
  const found = [reading, ...otherReadings(reading)].map((each) =>
    answersIn(template, each, { hits: fieldLabels(template, each), places }),
  )
  return template.fields.map((spec) => {
    const readings = found.map((answers) => answers.get(spec.name) ?? [])
    const answers = fuseAnswers(spec.type, readings)
    return { spec, answers: spec.type === 'address' ? answers.map(mendAddress) : answers }
  })
}

/** What is known of the fields before their values are looked for. */
interface Known {
  readonly hits: readonly LabelHit[]
  /** Where to look for those that a person told it of. */
  readonly places: ReadonlyMap<string, InPlace>
}

function answersIn(
  template: Template,
  reading: Reading,
  known: Known,
): Map<string, readonly Answer[]> {
  const { hits, places } = known
  const parties = partiesOf(template, reading, hits)
  const answers = new Map<string, readonly Answer[]>()
  for (const [type, specs] of Map.groupBy(template.fields, (field) => field.type))
    for (const [name, found] of answersOfType(template, type, specs, reading, known))
      answers.set(name, found)
  return new Map(
    template.fields.map((spec) => {
      const party = partyAnswers(spec, parties)
      const found = party
        ? textsInPlace(spec, party, { place: places.get(spec.name), reading, hits })
        : (answers.get(spec.name) ?? [])
      const placed = spec.type === 'vat_id' ? byParty(spec, found, parties, reading) : found
      return [spec.name, matching(spec, placed)]
    }),
  )
}

/** A template’s own pattern has the last word on what a value may look like. */
function matching(spec: TemplateField, answers: readonly Answer[]): readonly Answer[] {
  if (!spec.pattern || spec.type === 'text') return answers
  const pattern = patternOf(spec.pattern, { anyCase: false })
  return answers.filter((answer) => pattern.matches(answer.raw))
}

/** What is left of the confidence in a date that a sentence gives: contracts name many, and each as of something. */
const ofSentence = 0.3

function withDoubt(entry: LabelScore): LabelScore {
  const { hit, certainty = 1, signals } = entry
  const isBoxed = signals.placed !== undefined
  return hit && !isBoxed && isInSentence(hit)
    ? { ...entry, certainty: Math.min(certainty, ofSentence) }
    : entry
}

/** Names and addresses of a party are found as such; those of nobody in particular stand beside their labels. */
function isText({ type, role }: TemplateField): boolean {
  return type === 'text' || role === 'document'
}

function answersOfType(
  template: Template,
  type: FieldType,
  specs: readonly TemplateField[],
  reading: Reading,
  known: Known,
): Map<string, readonly Answer[]> {
  const { hits, places } = known
  if (type === 'text' || type === 'name' || type === 'address')
    return new Map(
      specs.filter(isText).map((spec) => [
        spec.name,
        textsInPlace(spec, textAnswers(spec, reading, hits), {
          place: places.get(spec.name),
          ...{ reading, hits },
        }),
      ]),
    )
  const spans = spansFor(type, reading)
  const support = type === 'amount' ? template.support : []
  const names = [...specs, ...support].map(({ name }) => name)
  const labelled = scoreByLabels(names, spans, hits, reading)
  const scores = new Map(type === 'date' ? withRanges(specs, labelled) : labelled)
  for (const { name } of specs) {
    const place = places.get(name)
    const score = (inside: readonly Span[]) =>
      scoreByLabels(names, inside, hits, reading).get(name) ?? []
    if (place) scores.set(name, scoresInPlace(spans, place, score))
  }
  const scored = new Map(
    specs.map((spec) => {
      const own = titled(template, spec, scores.get(spec.name) ?? [], hits)
      const known = withPriors(spec, specs, own, reading)
      // In a box the value is meant there, whatever stands beside its label.
      const isBoxed = places.get(spec.name)?.hasBox === true
      return [spec.name, isBoxed ? known.map(withBox) : withEmptyPlaces(spec, known, hits)]
    }),
  )
  if (type === 'amount') {
    const parts = support.map(({ part, name }) => [part, scores.get(name) ?? []] as const)
    return amountAnswers(specs, scored, Object.fromEntries(parts))
  }
  return new Map(
    specs.map((spec) => [
      spec.name,
      (scored.get(spec.name) ?? []).map((entry) =>
        answerOf(type === 'date' ? withDoubt(entry) : entry, provesItself(entry.span)),
      ),
    ]),
  )
}
