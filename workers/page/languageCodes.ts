/** Tesseract's codes of the languages that have an ISO 639-1 code, too. */
const known =
  'afr amh ara asm aze bel ben bod bos bre bul cat ces cos cym dan deu div dzo ell eng epo est eus fao fas fin fra fry gla gle glg guj hat heb hin hrv hun hye iku ind isl ita jav jpn kan kat kaz khm kir kmr kor lao lat lav lit ltz mal mar mkd mlt mon mri msa mya nep nld nor oci ori pan pol por pus que ron rus san sin slk slv snd spa sqi srp sun swa swe tam tat tel tgk tha tir ton tur uig ukr urd uzb vie yid yor'

const byData = new Map(known.split(' ').map((data) => [data, Intl.getCanonicalLocales(data)[0]]))
const byLanguage = new Map([...byData].map(([data, language]) => [language, data]))

/** Our code of a language by the name of its data: `deu` is `de`; data without an ISO 639-1 code keeps its name. */
export function languageOf(data: string): string {
  return byData.get(data) ?? data
}

/** The name of a language's data by our code: `de` is `deu`. */
export function dataOf(language: string): string {
  return byLanguage.get(language) ?? language
}

/** A language's name in English; data that is no language of its own is called by its own name. */
export function languageName(language: string): string {
  if (!byLanguage.has(language)) return language
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
}
