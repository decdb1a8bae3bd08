import type { Box, ExactSource, Page } from '../model.ts'
import { isSameValue } from './sameValue.ts'

/** A value that an exact source states, and where its code stands if it is one. */
export interface Stated {
  readonly term: string
  readonly value: string
  readonly reader: ExactSource['reader']
  readonly page: number
  readonly box: Box | null
}

/** A term on which an e-invoice and a payment code do not agree. */
export interface Disagreement {
  readonly xml: Stated
  readonly qr: Stated
}

export interface ExactFacts {
  readonly byTerm: ReadonlyMap<string, Stated>
  readonly disagreements: readonly Disagreement[]
  readonly rows: readonly (ExactSource['rows'][number] & {
    readonly reader: ExactSource['reader']
  })[]
}

/** Terms that a payment code has to share with the e-invoice; references may be worded for the bank. */
const shared: ReadonlySet<string> = new Set(['BT-1', 'BT-2', 'BT-5', 'BT-84', 'BT-115'])

/**
 * What the exact sources of a document state. Two e-invoices, or two payment codes, that state different
 * values state none: it is not known which of them the page is about. E-invoices come before codes.
 */
export function exactFactsOf(pages: readonly Page[]): ExactFacts | null {
  const sources = pages.flatMap(({ number, exact = [] }) =>
    exact.map((source) => ({ ...source, page: number })),
  )
  if (sources.length === 0) return null
  const of = (reader: ExactSource['reader']) =>
    agreed(
      sources
        .filter((source) => source.reader === reader)
        .map(({ facts, page, box }) => facts.map((fact) => ({ ...fact, reader, page, box }))),
    )
  const [xml, qr] = [of('xml'), of('qr')]
  const disagreements = [...xml.values()].flatMap((stated): Disagreement[] => {
    const code = shared.has(stated.term) ? qr.get(stated.term) : undefined
    return code && !agree(stated, code) ? [{ xml: stated, qr: code }] : []
  })
  const withRows = sources.filter(({ rows }) => rows.length > 0)
  const [first] = withRows.toSorted((a, b) => Number(a.reader === 'qr') - Number(b.reader === 'qr'))
  const isAlone = withRows.filter(({ reader }) => reader === first?.reader).length === 1
  return {
    byTerm: new Map([...qr, ...xml]),
    disagreements,
    rows: first && isAlone ? first.rows.map((row) => ({ ...row, reader: first.reader })) : [],
  }
}

/** The terms on which all sources that state them agree. */
function agreed(sources: readonly (readonly Stated[])[]): Map<string, Stated> {
  const byTerm = Map.groupBy(sources.flat(), ({ term }) => term)
  return new Map(
    [...byTerm].flatMap(([term, found]) => {
      const [first] = found
      const isOne = first && found.every((other) => isSameValue('text', other.value, first.value))
      return isOne ? [[term, first] as const] : []
    }),
  )
}

/** Swiss bills are paid to an account number made for the code, which is not the one on the letterhead. */
function agree(xml: Stated, qr: Stated): boolean {
  if (xml.term === 'BT-84' && /^(?:CH|LI)\d{2}3[01]\d{3}/.test(qr.value)) return true
  return isSameValue(xml.term === 'BT-115' ? 'amount' : 'identifier', xml.value, qr.value)
}
