/** Our language codes (ISO 639-1) to Tesseract's, for the languages that are shipped. */
export const shippedLanguages = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  nl: 'nld',
  pt: 'por',
} as const

/** Tesseract's code for a language; a code that is none of ours is taken to be Tesseract's own. */
export function tesseractCode(language: string): string {
  return (shippedLanguages as Readonly<Record<string, string>>)[language] ?? language
}
