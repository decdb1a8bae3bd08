import { expect, test } from 'vitest'
import { chipsOf, labelsOf, withLabel, withoutLabel } from './labelChips.ts'

test('labels of any language stay a list, those per language stay apart', () => {
  const list = ['Invoice no.', 'Rechnung Nr.']
  expect(labelsOf(chipsOf(list))).toEqual(list)
  const lists = { en: ['Invoice no.'], de: ['Rechnung Nr.', 'Belegnummer'] }
  expect(labelsOf(chipsOf(lists))).toEqual(lists)
})

test('a label is added once, whatever its case and white space', () => {
  expect(withLabel(['Due date'], '  due   DATE ', null)).toEqual(['Due date'])
  expect(withLabel(['Due date'], ' Payable  by', null)).toEqual(['Due date', 'Payable by'])
  expect(withLabel(['Due date'], '   ', null)).toEqual(['Due date'])
  expect(withLabel({ de: ['Fällig'] }, 'Due', 'en')).toEqual({ de: ['Fällig'], en: ['Due'] })
})

test('a chip is taken away by its place', () => {
  expect(withoutLabel({ en: ['a', 'b'], de: ['c'] }, 1)).toEqual({ en: ['a'], de: ['c'] })
  expect(withoutLabel(['a'], 0)).toEqual([])
})
