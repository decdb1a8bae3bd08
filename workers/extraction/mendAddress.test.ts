import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box, Reader } from '../model.ts'
import { mendAddressWord } from './addressWords.ts'
import type { Answer } from './fields.ts'
import { mendAddress } from './mendAddress.ts'

const box: Box = [10, 10, 60, 20]

function answer(value: string, confidence = 0.8, reader: Reader = 'ocr'): Answer {
  const words = value.split(' ').map((text) => ({ text, box, confidence, reader }))
  const found = { value, raw: value, page: 1, box, words, score: 0.6, why: [], proven: false }
  return { ...found, signals: {}, labelled: true, other: null }
}

const mended = (value: string, confidence?: number) => mendAddress(answer(value, confidence)).value

describe('mendAddress', () => {
  it('mends one misread letter of a common word, in the case it was printed in', () => {
    expect(mended('12 JATAN HIJAU')).toBe('12 JALAN HIJAU')
    expect(mended('4 Rose Streel, Leeds')).toBe('4 Rose Street, Leeds')
    expect(mended('3 Baker Sguare')).toBe('3 Baker Square')
  })

  it('leaves specks out: a letter before the place, a figure behind the end', () => {
    expect(mended('8 Mill Lane, 30550 L RIVERSIDE')).toBe('8 Mill Lane, 30550 RIVERSIDE')
    expect(mended('8 Mill Lane, 30550 Riverside, Perak. 2')).toBe(
      '8 Mill Lane, 30550 Riverside, Perak.',
    )
    expect(mended('8 Mill Lane, 1071 X Amsterdam')).toBe('8 Mill Lane, 1071 X Amsterdam')
    expect(mended('Mill St. 2')).toBe('Mill St. 2')
  })

  it('keeps what was read as raw text, and says that it mended', () => {
    const result = mendAddress(answer('12 JATAN HIJAU'))
    expect(result).toMatchObject({ raw: '12 JATAN HIJAU', isMended: true })
  })

  it('leaves words alone that were read surely, or that no OCR read', () => {
    expect(mended('12 JATAN HIJAU', 0.95)).toBe('12 JATAN HIJAU')
    const typed = answer('12 JATAN HIJAU', 0.8, 'text_layer')
    expect(mendAddress(typed)).toBe(typed)
  })

  it('leaves a word alone that could be two', () => {
    expect(mended('12 TALAN HIJAU')).toBe('12 TALAN HIJAU')
  })

  it('adds a lost letter only to words that were hardly read, and never the first one', () => {
    expect(mended('TAAN HIJAU', 0.5)).toBe('TAMAN HIJAU')
    expect(mended('TAAN HIJAU', 0.8)).toBe('TAAN HIJAU')
    expect(mended('BUKIT ALAN', 0.5)).toBe('BUKIT ALAN')
  })

  it('mends abbreviations by letters that look alike', () => {
    expect(mended('7 JIN MELUR, THN HIJAU')).toBe('7 JLN MELUR, TMN HIJAU')
  })

  it('mends the word before a house number, and noughts before letters', () => {
    expect(mended('ND.7 Hill Road')).toBe('NO.7 Hill Road')
    expect(mended('14 Hill Road 0FF Main Road')).toBe('14 Hill Road OFF Main Road')
    expect(mended('3 Hill Row Ludlow SY8 0ZZ')).toBe('3 Hill Row Ludlow SY8 0ZZ')
  })

  it('gives words of the same length, or one letter more or less, whatever was read', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (text, confidence) => {
        const word = mendAddressWord(text, confidence)
        if (word !== null) expect(Math.abs(word.length - text.length)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
