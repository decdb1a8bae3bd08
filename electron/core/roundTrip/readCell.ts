import { failureOf } from '../../../workers/errors.ts'
import { valueCell } from '../../../workers/export/cell.ts'
import { dateSerial } from '../../../workers/export/dateSerial.ts'
import { cutToCell } from '../../../workers/export/sheetCell.ts'
import type { FieldType } from '../../../workers/model.ts'
import type { SheetValue } from '../../../workers/sheets/sheetLine.ts'
import { typedValue } from '../typedValue.ts'

interface Typed {
  readonly type: FieldType
  readonly label: string
}

/** What a cell says about a value that was exported. */
export type Reading =
  /** `lost`: what a spreadsheet made of it without being asked; nobody meant to change it. */
  | { readonly kind: 'same'; readonly lost?: 'leading_zeros' | 'digits' }
  | { readonly kind: 'changed'; readonly value: string | null }
  | { readonly kind: 'unreadable'; readonly sentence: string }

/** A double keeps so many digits for certain. */
const exactDigits = 15

/**
 * Compares a cell with the value that was written there, by what it means: a day is a day however it is shown, and
 * a number with its leading zeros gone is still the same id.
 */
export function readCell(
  field: Typed,
  {
    cell,
    before,
    decimalMark,
  }: Readonly<{
    cell: SheetValue | undefined
    before: string | null
    decimalMark: '.' | ','
  }>,
): Reading {
  const given = pointed(field.type, cell, decimalMark)
  const same = comparedWith(field, given, before) ?? withoutMarks(field, given, before, decimalMark)
  if (same) return same
  const read = readValue(field, given)
  return read.kind === 'changed' && isSameValue(field.type, read.value, before)
    ? { kind: 'same' }
    : read
}

function isSameValue(type: FieldType, value: string | null, before: string | null): boolean {
  if (value === before) return true
  return isNumeric(type) && value !== null && before !== null && isSameNumber(+value, +before)
}

/** 1.234 where decimals have a comma: as we write it, or a thousand and more as a spreadsheet shows it. */
function withoutMarks(
  { type, label }: Typed,
  cell: SheetValue | undefined,
  before: string | null,
  decimalMark: '.' | ',',
): Reading | null {
  if (cell?.kind !== 'text' || decimalMark === '.' || !isNumeric(type)) return null
  const text = cell.text.trim()
  if (!/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) return null
  const thousands = text.replace('.', '')
  if (before !== null && isSameNumber(Number(before), Number(thousands))) return { kind: 'same' }
  const other = text.replace('.', ',')
  const sentence = `“${text}” could be ${thousands} or ${other} (${label}). Write one of these.`
  return { kind: 'unreadable', sentence }
}

/** A number that a computer with decimal commas has written into CSV. */
function pointed(
  type: FieldType,
  cell: SheetValue | undefined,
  decimalMark: '.' | ',',
): SheetValue | undefined {
  if (cell?.kind !== 'text' || decimalMark === '.' || !isNumeric(type)) return cell
  const text = cell.text.trim()
  return /^-?\d+,\d+$/.test(text) ? { kind: 'text', text: text.replace(',', '.') } : cell
}

function isNumeric(type: FieldType): boolean {
  return type === 'amount' || type === 'number' || type === 'percent'
}

/** The same, or null where it says something else. */
function comparedWith(
  { type, label }: Typed,
  cell: SheetValue | undefined,
  before: string | null,
): Reading | null {
  if (isBlank(cell)) return before === null || before.trim() === '' ? { kind: 'same' } : null
  if (before === null || !cell) return null
  const written = valueCell(fieldWith(type, label, before), null)
  switch (cell.kind) {
    case 'text':
      if (isSameText(cell.text, before, type)) return { kind: 'same' }
      if (secondsOf(before) !== null && secondsOf(cell.text) === secondsOf(before))
        return { kind: 'same' }
      return cell.mayBeNumber ? shortened(before, cell.text) : null
    case 'boolean':
      return before.toLowerCase() === String(cell.value) ? { kind: 'same' } : null
    case 'error':
      return null
    case 'number':
      if (written.kind === 'date')
        return Math.floor(cell.number) === dateSerial(before) ? { kind: 'same' } : null
      if (written.kind === 'number')
        return isSameNumber(Number(before), shown(type, cell)) ? { kind: 'same' } : null
      if (cell.shownAs === 'date' && Math.round(cell.number * 86_400) === secondsOf(before))
        return { kind: 'same' }
      return numberInText(before, cell.number)
    default:
      return cell satisfies never
  }
}

/** The same in CSV: zeros in front are gone, or 123456789012 became 1.23457E+11. */
function shortened(before: string, text: string): Reading | null {
  const pointed = text.trim().replace(',', '.')
  const mantissa = /^-?(\d(?:\.\d+)?)E/i.exec(pointed)?.[1]
  if (mantissa === undefined) return numberInText(before, Number(pointed))
  if (!/^\d+$/.test(before.trim())) return null
  const rounded = Number(Number(before).toPrecision(mantissa.replace('.', '').length))
  return rounded === Number(pointed) ? { kind: 'same', lost: 'digits' } : null
}

/** A text of figures that a spreadsheet took for a number. */
function numberInText(before: string, number: number): Reading | null {
  const text = before.trim()
  if (!/^[+-]?\d+([.,]\d+)?$/.test(text)) return null
  const meant = Number(text.replace(',', '.'))
  if (!isSameNumber(meant, number) && !isSameNumber(cutToExact(text), number)) return null
  if (text.replace(/\D/g, '').replace(/^0+/, '').length > exactDigits)
    return { kind: 'same', lost: 'digits' }
  return /^[+-]?0\d/.test(text) ? { kind: 'same', lost: 'leading_zeros' } : { kind: 'same' }
}

function isSameText(text: string, before: string, type: FieldType): boolean {
  if (collapsed(text) === collapsed(cutToCell(before.replace(/\r\n?/g, '\n')))) return true
  if (type === 'date') return isSameDay(text, before)
  return isNumeric(type) && /^-?\d+(\.\d+)?$/.test(text.trim()) && Number(text) === Number(before)
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Of a time of day: 18:52, and 06:52:00 PM as the computers of some countries show it. Null for other texts. */
function secondsOf(text: string): number | null {
  const parts = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*$/i.exec(text)
  if (!parts) return null
  const [, hours = '', minutes = '', seconds = '0', half] = parts
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  return hour * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** 04.05.2026 and 5/4/26 are how the computers of other countries show 2026-05-04. */
function isSameDay(text: string, iso: string): boolean {
  const parts =
    /^\s*(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})(?:\s+0?0:00(?::00)?)?\s*$/.exec(text)
  const days = /^(\d\d(\d\d))-(\d\d)-(\d\d)$/.exec(iso)
  if (!parts || !days) return false
  const given = parts.slice(1).map(Number)
  const [, whole, short, month, day] = days.map(Number)
  const orders = [whole, short].flatMap((year) => [
    [day, month, year],
    [month, day, year],
    [year, month, day],
  ])
  return orders.some((order) => order.every((part, index) => part === given[index]))
}

function readValue(field: Typed, cell: SheetValue | undefined): Reading {
  if (isBlank(cell) || !cell) return { kind: 'changed', value: null }
  switch (cell.kind) {
    case 'text':
      return typed(field, cell.text)
    case 'boolean':
      return typed(field, cell.value ? 'TRUE' : 'FALSE')
    case 'error': {
      const sentence = `It holds ${cell.text === '=' ? 'a formula without a result' : `“${cell.text}”`}, and no value.`
      return { kind: 'unreadable', sentence }
    }
    case 'number': {
      if (field.type === 'date' || (cell.shownAs === 'date' && !isNumeric(field.type))) {
        const iso = isoOf(cell.number)
        if (iso) return { kind: 'changed', value: iso }
      }
      const decimal = decimalOf(shown(field.type, cell))
      if (decimal !== null) return typed(field, decimal)
      return { kind: 'unreadable', sentence: `${cell.number} is more than a cell keeps exactly.` }
    }
    default:
      return cell satisfies never
  }
}

/** A percentage is written as 7; a spreadsheet that is told 7 % keeps 0.07. */
function shown(type: FieldType, cell: Extract<SheetValue, { kind: 'number' }>): number {
  return type === 'percent' && cell.shownAs === 'percent' ? exact(cell.number * 100) : cell.number
}

function typed(field: Typed, text: string): Reading {
  try {
    return { kind: 'changed', value: typedValue(field, text) }
  } catch (thrown) {
    return { kind: 'unreadable', sentence: String(failureOf(thrown).details.problem) }
  }
}

function isBlank(cell: SheetValue | undefined): boolean {
  return cell === undefined || (cell.kind === 'text' && cell.text.trim() === '')
}

/** Excel cuts a longer number off, where others round it. */
function cutToExact(text: string): number {
  let figures = 0
  const cut = text.replace(',', '.').replace(/\d/g, (figure) => {
    if (figure !== '0' || figures > 0) figures += 1
    return figures > exactDigits ? '0' : figure
  })
  return Number(cut)
}

const exact = (number: number) => Number(number.toPrecision(exactDigits))

/** 0.1 + 0.2 is 0.3 for whoever typed it. */
function isSameNumber(a: number, b: number): boolean {
  return exact(a) === exact(b)
}

/** Without an exponent; null where figures would be lost. */
function decimalOf(number: number): string | null {
  const rounded = exact(number)
  if (Math.abs(rounded) >= 10 ** exactDigits) return null
  const text = String(rounded)
  if (!text.includes('e')) return text
  return rounded.toFixed(20).replace(/\.?0+$/, '')
}

const dayMs = 24 * 60 * 60 * 1000
const dayZero = Date.UTC(1899, 11, 30)

/** The day of a serial, its time left out; null for what is no day of the calendar. */
function isoOf(serial: number): string | null {
  const days = Math.floor(serial)
  // 2,958,465 is the last day of the year 9999.
  if (days < 61 || days > 2_958_465) return null
  return new Date(dayZero + days * dayMs).toISOString().slice(0, 10)
}

function fieldWith(type: FieldType, label: string, value: string) {
  return {
    ...{ name: '', label, type, value, raw: value, confidence: 1, needs_review: false },
    ...{ reasons: [], reader: null, corrected: false, provenance: null },
  }
}
