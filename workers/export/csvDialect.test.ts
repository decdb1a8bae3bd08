import { expect, test } from 'vitest'
import { csvDialect, isCsvDialect } from './csvDialect.ts'

test('a decimal comma parts the columns by semicolons', () => {
  const dialects = ['de-DE', 'fr-FR', 'pt-BR', 'en-US', 'es-MX', 'de-CH', 'ar-EG', 'de'].map(
    (locale) => {
      const { separator, decimalMark, isForExcel } = csvDialect(locale)
      return `${locale} ${separator} ${decimalMark} ${isForExcel}`
    },
  )
  expect(dialects).toEqual([
    'de-DE ; , true',
    'fr-FR ; , true',
    'pt-BR ; , true',
    'en-US , . true',
    'es-MX , . true',
    'de-CH ; . true',
    'ar-EG , . true',
    'de ; , true',
  ])
})

test('the standard has commas, points and nothing for Excel', () => {
  expect(csvDialect('standard')).toEqual({ separator: ',', decimalMark: '.', isForExcel: false })
})

test('what is no locale names no dialect', () => {
  expect(['standard', 'de-DE', 'en', 'zh-Hant-TW'].map(isCsvDialect)).toEqual(Array(4).fill(true))
  expect(['', 'excel', 'de_DE', 'xx-YY', '../x'].map(isCsvDialect)).toEqual(Array(5).fill(false))
})
