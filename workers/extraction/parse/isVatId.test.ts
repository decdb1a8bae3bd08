import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isVatId } from './isVatId.ts'

// Examples that tax offices and validators of other languages publish.
test.each([
  ['Austria', 'ATU13585627'],
  ['Belgium', 'BE0428759497'],
  ['Bulgaria', 'BG175074752'],
  ['Croatia', 'HR33392005961'],
  ['Cyprus', 'CY10259033P'],
  ['Czechia, a company', 'CZ25123891'],
  ['Czechia, a person', 'CZ7103192745'],
  ['Denmark', 'DK13585628'],
  ['Estonia', 'EE100931558'],
  ['Finland', 'FI20774740'],
  ['France', 'FR40303265045'],
  ['Germany', 'DE812345673'],
  ['Greece', 'EL094259216'],
  ['Hungary', 'HU12892312'],
  ['Ireland', 'IE6433435F'],
  ['Ireland since 2013', 'IE6433435OA'],
  ['Italy', 'IT00743110157'],
  ['Latvia', 'LV40003521600'],
  ['Lithuania', 'LT119511515'],
  ['Luxembourg', 'LU15027442'],
  ['Malta', 'MT11679112'],
  ['the Netherlands, a company', 'NL004495445B01'],
  ['the Netherlands, a person since 2020', 'NL000099998B57'],
  ['Northern Ireland', 'XI980780684'],
  ['Norway', 'NO995525828MVA'],
  ['Poland', 'PL8567346215'],
  ['Portugal', 'PT501964843'],
  ['Romania', 'RO18547290'],
  ['Slovakia', 'SK2022749619'],
  ['Slovenia', 'SI50223054'],
  ['Spain, a company', 'ESB58378431'],
  ['Spain, a public body', 'ESP2807900B'],
  ['Spain, a citizen', 'ES54362315K'],
  ['Spain, a foreigner', 'ESX5253868R'],
  ['Sweden', 'SE123456789701'],
  ['Switzerland', 'CHE100155212MWST'],
  ['the United Kingdom', 'GB980780684'],
])('the check digits of %s hold: %s', (_, id) => {
  expect(isVatId(id)).toBe(true)
})

test.each([
  ['Belgium since 2023', 'BE1000000021', '10000000 leaves 76 of 97, and 21 are missing'],
  ['Britain, old', 'GB123456782', '8·1 + 7·2 + … + 2·7 = 112, and 82 are missing to 2·97'],
  ['Britain since 2010', 'GB123456727', '112 + 55 = 167, and 27 are missing to 2·97'],
  ['Switzerland', 'CHE123456788', '5·1 + 4·2 + … + 4·8 = 168, and 8 are missing to 16·11'],
  ['the Netherlands, old', 'NL123456782B01', '9·1 + 8·2 + … + 2·8 = 156, 2 more than 14·11'],
  ['the Netherlands, new', 'NL000000012B62', '2321 000000012 11 62 leaves 1 of 97'],
])('check digits computed by hand hold: %s, %s (%s)', (_, id) => {
  expect(isVatId(id)).toBe(true)
})

test.each([
  'ATU12345678',
  'BE0123456789',
  'CHE123456789',
  'DE123456789',
  'ESA12345678',
  'FR12345678901',
  'GB123456789',
  'IT01234567890',
  'NL123456789B01',
])('a specimen does not prove itself: %s', (id) => {
  expect(isVatId(id)).toBe(false)
})

test.each([
  ['French keys with a letter', 'FRAB303265045'],
  ['British departments', 'GBGD001'],
  ['people in Latvia', 'LV01019012345'],
  ['people born in Czechia before 1954', 'CZ501231123'],
  ['countries that are not known', 'US123456789'],
])('nothing is proven where no check digits are known: %s', (_, id) => {
  expect(isVatId(id)).toBe(false)
})

// Where one wrong figure can never go unseen; elsewhere one in ten to one in fifty may.
test.each(['ATU13585627', 'BE0428759497', 'DE812345673', 'FR40303265045', 'IT00743110157'])(
  'one figure misread is seen: %s',
  (id) => {
    const first = id.search(/\d/)
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: id.length - 1 }),
        fc.integer({ min: 1, max: 9 }),
        (place, by) => {
          const letters = [...id]
          letters[place] = String((Number(id[place]) + by) % 10)
          expect(isVatId(letters.join(''))).toBe(false)
        },
      ),
    )
  },
)
