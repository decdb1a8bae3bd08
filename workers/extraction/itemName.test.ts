import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Word } from '../model.ts'
import { partNames } from './itemName.ts'

/** Points: how wide a letter is and how far lines stand apart. */
const letter = 5
const pitch = 12

interface Line {
  readonly text: string
  /** Size of its type, and space above it beyond the usual, in points. */
  readonly size?: number
  readonly above?: number
}

/** The words of one cell line by line, from `top` down. */
function cell(top: number, lines: readonly (Line | string)[]): Word[][] {
  let y = top
  return lines.map((line) => {
    const { text, size = 10, above = 0 } = typeof line === 'string' ? { text: line } : line
    y += above + pitch
    let x = 70
    return text.split(' ').map((word): Word => {
      const box = [x, y - size, x + letter * word.length, y] as const
      x = box[2] + letter
      return { text: word, box, confidence: 1, reader: 'text_layer' }
    })
  })
}

/** Name and note of each cell; the next column begins where 30 letters end. */
const named = (...cells: readonly (readonly (Line | string)[])[]) =>
  partNames(
    cells.map((lines, i) => cell(100 * i, lines)),
    70 + 30 * letter,
  ).map(({ name, note }) =>
    [name, note].map((words) => words.map(({ text }) => text).join(' ') || null),
  )

describe('the name of an item', () => {
  test('goes on where the line above had no more room', () => {
    expect(named(['Nylon dock line, pre-spliced', 'Eye at both ends'])).toEqual([
      ['Nylon dock line, pre-spliced Eye at both ends', null],
    ])
  })

  test('ends where the next line begins anew though there was room', () => {
    expect(named(['Oak board', 'planed, oiled'])).toEqual([['Oak board', 'planed, oiled']])
  })

  test('goes on behind a hyphen, a comma or an open bracket', () => {
    expect(named(['Personen-', 'versicherung'], ['Oak,', 'ash'], ['Drawing (by', 'hour)'])).toEqual(
      [
        ['Personen- versicherung', null],
        ['Oak, ash', null],
        ['Drawing (by hour)', null],
      ],
    )
  })

  test('ends before a label, smaller type and a wider space, even where the line above is full', () => {
    const full = 'Nylon dock line, pre-spliced'
    expect(named([full, 'EAN 4006381333931'])[0]).toEqual([full, 'EAN 4006381333931'])
    expect(named([full, { text: 'Eye at one end', size: 8 }])[0]).toEqual([full, 'Eye at one end'])
    expect(
      named([full, 'Eye at one end'], [full, { text: 'Eye at one end', above: 8 }])[1],
    ).toEqual([full, 'Eye at one end'])
  })

  test('a name that is full by chance does not go on where others do not', () => {
    const others = ['Bolt M6', 'Bolt M8', 'Bolt M10'].map((name) => [name, 'Steel A2'])
    const found = named(...others, ['Countersunk bolt of steel', 'Steel A2'])
    expect(found.at(-1)).toEqual(['Countersunk bolt of steel', 'Steel A2'])
    const wrapped = named(...others, ['Countersunk bolt of steel', 'and brass'])
    expect(wrapped.at(-1)).toEqual(['Countersunk bolt of steel and brass', null])
  })

  test('article numbers before it are notes where that is a habit of the table', () => {
    expect(named(['ZX997', 'Oak board'], ['20311', 'Screws'], ['Delivery'])).toEqual([
      ['Oak board', 'ZX997'],
      ['Screws', '20311'],
      ['Delivery', null],
    ])
    expect(named(['ZX-997 Oak board'], ['ZY-1044 Screws'])).toEqual([
      ['Oak board', 'ZX-997'],
      ['Screws', 'ZY-1044'],
    ])
    expect(named(['ZX997', 'Oak board'], ['Screws'], ['Glue'])[0]).toEqual([
      'ZX997 Oak board',
      null,
    ])
  })

  test('a labelled article number before it is a note wherever it stands', () => {
    expect(named(['SKU 4711', 'Oak board'], ['Glue'])[0]).toEqual(['Oak board', 'SKU 4711'])
  })

  test('a cell that opens with a label in running text stays whole', () => {
    expect(named(['GTIN 4006381333931 Art-Nr', 'ZX997 Oak board, Packing: box'])).toEqual([
      ['GTIN 4006381333931 Art-Nr ZX997 Oak board, Packing: box', null],
    ])
  })

  test('every word is in the name or in the note, once; signs alone at an end are in neither', () => {
    const word = fc.constantFrom('Oak', 'oiled', 'EAN', '4711', 'ZX-997', 'Colour:', '-', '(2', ',')
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 4 }), (cells) => {
        const found = named(...cells.map((one) => one.map((words) => words.join(' '))))
        const letters = (text: string) => [...text.replace(/[-,\s]/g, '')].sort().join('')
        expect(found.map(([name, note]) => letters(`${name ?? ''}${note ?? ''}`))).toEqual(
          cells.map((one) => letters(one.flat().join(''))),
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
