import { sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { Template, TemplateField } from '../template.ts'
import type { Answer } from './fields.ts'
import type { LabelHit } from './labels.ts'
import { findMerchant } from './merchant.ts'
import { fold } from './parse/fold.ts'
import { hasVatShape } from './parse/identifier.ts'
import { findParties } from './parties.ts'
import type { PartyRole } from './partyAddress.ts'
import type { Party, PartyText } from './partyText.ts'
import type { Reading } from './reading.ts'
import { type Signals, weigh } from './signals.ts'

type Parties = Record<PartyRole, Party>

const nobody: Party = { names: [], addresses: [] }

/** Who the parties of a document are; a template without a buyer has only a merchant. */
export function partiesOf(
  template: Template,
  reading: Reading,
  hits: readonly LabelHit[],
): Parties {
  const specs = template.fields.filter(
    (field) => field.type === 'name' && field.role !== 'document',
  )
  if (specs.length === 0) return { seller: nobody, buyer: nobody }
  if (!specs.some((spec) => spec.role === 'buyer'))
    return { seller: findMerchant(reading), buyer: nobody }
  return findParties(template, reading, hits)
}

/** The names or addresses that answer a party’s field; null for a field that is neither. */
export function partyAnswers(spec: TemplateField, parties: Parties): readonly Answer[] | null {
  if ((spec.type !== 'name' && spec.type !== 'address') || spec.role === 'document') return null
  const party = parties[spec.role]
  return (spec.type === 'name' ? party.names : party.addresses).map(partyAnswer)
}

/** How far below a name its tax number may stand, in word heights. */
const partyReach = 11

/** A tax id among the lines under a party’s name is that party’s, whatever its label says. */
export function byParty(
  spec: TemplateField,
  answers: readonly Answer[],
  parties: Parties,
  reading: Reading,
): readonly Answer[] {
  const height = reading.wordHeight
  const stands = (answer: Answer, party: Party) => {
    const [name] = party.names
    if (!name || name.page !== answer.page || name.score < 0.5) return false
    const down = (answer.box[1] - name.box[3]) / height
    const aside = answer.box[0] - name.box[0]
    return down > -0.5 && down < partyReach && aside > -2 * height && aside < 14 * height
  }
  return answers.map((answer) => {
    const [own, other] =
      spec.role === 'buyer' ? [parties.buyer, parties.seller] : [parties.seller, parties.buyer]
    const said = partySaid(answer, reading)
    const isOwn = said ? said === spec.role : stands(answer, own)
    const isOthers = said ? said !== spec.role : stands(answer, other)
    if (isOwn === isOthers) return answer
    const signals = isOthers
      ? asOthers(answer.signals)
      : hasVatShape(answer.value)
        ? asOwn(answer.signals)
        : { ...answer.signals, ownBlock: 1 }
    const why = isOwn ? [...answer.why, 'under the party’s name'] : answer.why
    return { ...answer, signals, score: weigh(signals), why }
  })
}

/** Words before the label of an id that say whose it is. */
const whose: Readonly<Record<PartyRole, RegExp>> = {
  buyer:
    /(?<!\p{L})(?:buyer|customer|client|invoicee|purchaser|your|kunden?|käufer|ihre|acheteur|votre|cliente|acquirente|klant|uw)(?!\p{L})/iu,
  seller:
    /(?<!\p{L})(?:seller|supplier|vendor|our|verkäufer|lieferant|unsere|fournisseur|notre|proveedor|fornitore|leverancier|onze)(?!\p{L})/iu,
}

/** Whose an id is as its own segment says, “Buyer VAT ID: …”; null where that says nothing, or of both. */
function partySaid({ words, page }: Answer, { linesByPage }: Reading): PartyRole | null {
  const [first] = words
  if (!first) return null
  const segment = (linesByPage.get(page) ?? [])
    .flatMap(({ line }) => line.segments)
    .find((segment) => segment.words.includes(first))
  const before = (segment?.words ?? [])
    .slice(0, segment?.words.indexOf(first))
    .map(({ text }) => text)
    .join(' ')
  const [isBuyers, isSellers] = [whose.buyer.test(before), whose.seller.test(before)]
  if (isBuyers === isSellers) return null
  return isBuyers ? 'buyer' : 'seller'
}

/** Labels of ids are the same for both parties: under a party’s own name one speaks for it. */
function asOwn({ stranger, ...signals }: Signals): Signals {
  const right = Math.max(signals.right ?? 0, stranger ?? 0)
  return { ...signals, ...(stranger !== undefined && { right }), ownBlock: 1 }
}

/** Under the other’s name no label speaks for it. */
function asOthers({ right, below, above, ...signals }: Signals): Signals {
  return { ...signals, otherBlock: 1 }
}

function partyAnswer(text: PartyText): Answer {
  const { value, raw = value, box, page, segments, score, why, certainty } = text
  const words = segments
    .flatMap((segment) => segment.words)
    .filter((word) => sharedWidth(word.box, box) > 0 && sharedHeight(word.box, box) > 0)
  const isMended = !fold(raw).includes(fold(value))
  return {
    value,
    raw,
    box,
    page,
    words,
    isMended,
    signals: { party: score },
    score,
    why,
    proven: false,
    labelled: true,
    other: null,
    ...(certainty !== undefined && { certainty }),
  }
}
