import { expect, test } from 'vitest'
import type { Forecast } from '../electron/views.ts'
import { forecastWords, shareWords } from './thresholdWords.ts'

const forecast: Forecast = {
  ...{ threshold: 0.955, measured: 0.955, documents: 212, basis: 'kept', keptDocuments: 180 },
  looks: [
    { threshold: 0.9, documents: 14 },
    { threshold: 0.955, documents: 1200 },
  ],
}

test('how many there are to look at, and how that is known', () => {
  expect(forecastWords(forecast, 0.9)).toBe(
    'About 14 of 212 documents to look at, going by 180 documents read here before.',
  )
  expect(forecastWords({ ...forecast, basis: 'counted' }, 0.955)).toBe(
    '1,200 of 212 documents to look at.',
  )
  expect(forecastWords({ ...forecast, basis: 'guess' }, 0.9)).toContain('That is a guess')
  expect(forecastWords({ ...forecast, documents: 0 }, 0.9)).toBe('There is nothing to look at yet.')
})

test('a share is said as finely as it was measured', () => {
  expect([0.5, 0.9, 0.955, 0.97].map(shareWords)).toEqual(['50 %', '90 %', '95.5 %', '97 %'])
})
