import { expect, test } from 'vitest'
import { foundIn } from './foundIn.ts'

test('what is found is shown as it stands, whatever accents and capitals', () => {
  expect(foundIn('Bäckerei Müller & Söhne', 'muller')).toEqual({
    ...{ before: 'Bäckerei ', hit: 'Müller', after: ' & Söhne' },
  })
  expect(foundIn('Lange Straße 4', 'STRASS')).toEqual({
    ...{ before: 'Lange ', hit: 'Straß', after: 'e 4' },
  })
  expect(foundIn('Mu\u0308ller', 'üll')?.hit).toBe('u\u0308ll')
  expect(foundIn('👍 Café', 'cafe')?.before).toBe('👍 ')
  expect(foundIn('Müller', 'x')).toBeNull()
  expect(foundIn('Müller', '')).toBeNull()
})
