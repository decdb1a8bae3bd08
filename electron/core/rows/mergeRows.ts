import { union } from '../../../workers/layout/geometry.ts'
import type { FieldType, Provenance } from '../../../workers/model.ts'
import { byPerson, type Cell, type Row } from './row.ts'

/** Types whose values go on in the next line; of the others a row has one. */
const flowing: readonly FieldType[] = ['text', 'name', 'address']

/** Two rows as one: texts one after the other, of everything else the value of whichever row has one. */
export function mergeRows(first: Row, second: Row): Row {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return Object.fromEntries(
    names.map((name) => [name, mergedCell(first[name], second[name]) as Cell] as const),
  )
}

function mergedCell(first: Cell | undefined, second: Cell | undefined): Cell | undefined {
  if (!first || !second) return first ?? second
  if (second.value === null) return first
  if (first.value === null) return { ...second, ...identityOf(first) }
  if (!flowing.includes(first.type)) return first
  return {
    ...first,
    value: joined(first.value, second.value),
    raw: joined(first.raw ?? '', second.raw ?? ''),
    provenance: together(first.provenance, second.provenance),
    candidates: [],
    ...byPerson,
  }
}

/** The cell that stays keeps its id. */
function identityOf({ id }: Cell): { readonly id?: number } {
  return id === undefined ? {} : { id }
}

function joined(first: string, second: string): string {
  return `${first} ${second}`.trim()
}

function together(first: Provenance | null, second: Provenance | null): Provenance | null {
  if (!first || !second) return first ?? second
  if (first.page !== second.page) return first
  return {
    ...first,
    box: union([first.box, second.box]),
    text: joined(first.text, second.text),
  }
}
