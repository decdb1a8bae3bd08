import type { Forecast } from '../electron/views.ts'
import { counted } from './words.ts'

/** “95.5 %”: how sure a value has to be. */
export function shareWords(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`
}

/** What a person would have to look at, and how that is known: “About 14 of 212 documents to look at, …”. */
export function forecastWords(forecast: Forecast, threshold: number): string {
  const { documents, basis, keptDocuments, looks } = forecast
  if (documents === 0) return 'There is nothing to look at yet.'
  const shown = looks.find((look) => look.threshold === threshold)?.documents
  if (shown === undefined) return ''
  const sum = `${shown.toLocaleString('en')} of ${counted(documents, 'document')} to look at`
  if (basis === 'counted') return `${sum}.`
  if (basis === 'kept')
    return `About ${sum}, going by ${counted(keptDocuments, 'document')} read here before.`
  return `Perhaps ${sum}. That is a guess: too few were read here to go by.`
}
