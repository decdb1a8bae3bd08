/** Languages that the built-in labels speak (ISO 639-1). */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const
export type Language = (typeof languages)[number]
