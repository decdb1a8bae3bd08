import type { ColumnLayout, LayoutColumn } from '../../workers/columnLayout.ts'
import type { LayoutSources } from '../views.ts'
import { columnWords } from './readLayout.ts'
import type { Problem } from './templateProblems.ts'

/** Columns that show what nobody knows. */
export function unknownColumns(
  layout: ColumnLayout,
  { fields, items }: Pick<LayoutSources, 'fields' | 'items'>,
): readonly Problem[] {
  return layout.columns.flatMap(({ source, header }, at) => {
    const known = source.kind === 'item' ? items : fields
    const what = source.kind === 'item' ? 'column of the line items' : 'field'
    return namesOf(source)
      .filter((name) => !known.some((one) => one.name === name))
      .map((name) => ({
        path: ['columns', at, 'source'],
        sentence: `${columnWords(at, header)} shows “${name}”, but no template has a ${what} of that name.`,
      }))
  })
}

/** What keeps nobody from using a layout, and may not be meant. */
export function layoutWarnings(
  { columns, header: hasHeader }: ColumnLayout,
  { fields, items }: Pick<LayoutSources, 'fields' | 'items'>,
): readonly Problem[] {
  const headers = columns.map(({ header }) => header.trim().toLowerCase())
  return columns.flatMap(({ header, source, sign, number, date }, at) => {
    const path = ['columns', at]
    const words = columnWords(at, header)
    const known = source.kind === 'item' ? items : fields
    const named = known.filter(({ name }) => namesOf(source).includes(name))
    const isOf = (types: readonly string[]) =>
      named.length === 0 || named.some(({ type }) => types.includes(type))
    const sentences = [
      hasHeader && headers[at] === '' && `${words} has nothing above it.`,
      hasHeader &&
        headers[at] !== '' &&
        headers.indexOf(headers[at] ?? '') < at &&
        `${words} has the same header as column ${headers.indexOf(headers[at] ?? '') + 1}.`,
      named.length > 0 &&
        named.every(({ isHere }) => !isHere) &&
        `${words} stays empty: no document of this batch has it.`,
      date !== null && !isOf(['date']) && `${words} is no date: its date format changes nothing.`,
      (number !== null || sign !== 'as_is') &&
        !isOf(['amount', 'number', 'percent']) &&
        `${words} is no number: its number format and sign change nothing.`,
    ]
    return sentences.flatMap((sentence) => (sentence ? [{ path, sentence }] : []))
  })
}

function namesOf(source: LayoutColumn['source']): readonly string[] {
  if (source.kind === 'field') return [source.name, ...source.otherwise]
  return source.kind === 'item' ? [source.name] : []
}
