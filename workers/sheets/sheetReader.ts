import type { SheetValue } from './sheetLine.ts'
import type { ShownAs } from './styleKinds.ts'
import { attributeOf, type XmlEvents } from './xmlScanner.ts'

interface ReadRow {
  readonly number: number
  /** By the number of their columns, from 0; with holes. */
  readonly cells: readonly (SheetValue | undefined)[]
}

interface Known {
  readonly styles: readonly ShownAs[]
  readonly shared: readonly string[]
  /** It counts days from 1904: four years and a day less. */
  readonly is1904: boolean
}

const mostColumns = 16_384
const daysTo1904 = 1462

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly shownAs: ShownAs
  hasFormula: boolean
  value: string
}

/** Gathers the rows of a sheet from what a scanner tells; they are taken away as they are done. */
export function createSheetReader({ styles, shared, is1904 }: Known) {
  let done: ReadRow[] = []
  let number = 0
  let cells: (SheetValue | undefined)[] | null = null
  let column = 0
  let cell: OpenCell | null = null
  let isValue = false
  let isSpoken = false

  const events: XmlEvents = {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributeOf(attributes, 'r') ?? number + 1)
        cells = []
        column = 0
      } else if (name === 'c' && cells) {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
        cell = {
          ...{ column, hasFormula: false, value: '' },
          type: attributeOf(attributes, 't') ?? 'n',
          shownAs: styles[Number(attributeOf(attributes, 's') ?? 0)] ?? 'number',
        }
      } else if (cell) {
        if (name === 'f') cell.hasFormula = true
        if (name === 'rPh') isSpoken = true
        isValue = (name === 'v' || name === 't') && !isSpoken
      }
    },
    text(text) {
      if (cell && isValue) cell.value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'rPh') isSpoken = false
      if (name === 'c' && cell && cells) {
        const value = readValue(cell)
        if (value && cell.column <= mostColumns) cells[cell.column - 1] = value
        cell = null
      }
      if (name === 'row' && cells) {
        done.push({ number, cells })
        cells = null
      }
    },
  }

  function readValue({ type, value, shownAs, hasFormula }: OpenCell): SheetValue | null {
    switch (type) {
      case 's':
        return textOf(shared[Number(value)] ?? '')
      case 'inlineStr':
      case 'str':
        return textOf(value)
      case 'b':
        return { kind: 'boolean', value: value.trim() === '1' }
      case 'e':
        return { kind: 'error', text: value }
      case 'd':
        return textOf(value.trim().replace(/T.*$/, ''))
      default: {
        if (value.trim() === '') return hasFormula ? { kind: 'error', text: '=' } : null
        const read = Number(value)
        if (!Number.isFinite(read)) return { kind: 'error', text: value.slice(0, 40) }
        return { kind: 'number', number: read + dayShift(shownAs), shownAs }
      }
    }
  }

  const dayShift = (shownAs: ShownAs) => (is1904 && shownAs === 'date' ? daysTo1904 : 0)

  return {
    events,
    /** The rows that are done since it was asked last. */
    taken(): readonly ReadRow[] {
      const rows = done
      done = []
      return rows
    },
  }
}

function textOf(text: string): SheetValue | null {
  if (text === '') return null
  return { kind: 'text', text: withoutEscapes(text) }
}

/** `_x000D_` is how workbooks write a control character, and `_x005F_` the underscore before what only looks so. */
function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** 28 for `AB7`; null for none. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
