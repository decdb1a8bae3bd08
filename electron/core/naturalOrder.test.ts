import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naturalOrder } from './naturalOrder.ts'

test('numbers count, case does not, folders stay together', () => {
  const paths = ['a/10.pdf', 'a/9.pdf', 'A/1.pdf', 'a b.pdf', 'a/2/x.pdf', 'é.pdf', 'f.pdf']
  expect(paths.toSorted(naturalOrder)).toEqual([
    'A/1.pdf',
    'a/2/x.pdf',
    'a/9.pdf',
    'a/10.pdf',
    'a b.pdf',
    'é.pdf',
    'f.pdf',
  ])
})

test('it is one order: the same whatever came in first', () => {
  const sign = fc.constantFrom('a', 'A', 'é', 'ß', '0', '1', '9', ' ', '_', '-')
  const path = fc.array(fc.string({ unit: sign, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  const paths = fc.array(
    path.map((names) => names.join('/')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(paths, (list) => {
      expect(list.toSorted(naturalOrder)).toEqual(list.toReversed().toSorted(naturalOrder))
    }),
  )
})
