import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { dataOf, languageName, languageOf } from '../../workers/page/languageCodes.ts'
import type { Output } from '../contract.ts'

type Folders = { readonly dataDir: string; readonly resourcesDir: string }
export type Language = Output<'app.state'>['languages'][number]

/** Where language data lies: the person's own comes before what the program brought along. */
export function ocrDirs({
  dataDir,
  resourcesDir,
}: Folders): readonly [own: string, shipped: string] {
  return [join(dataDir, 'ocr'), join(resourcesDir, 'ocr')]
}

/** Every language that scans can be read in, by name. */
export function installedLanguages(folders: Folders): readonly Language[] {
  const [own, shipped] = ocrDirs(folders)
  const found = new Map<string, Language>()
  for (const [origin, dir] of [
    ['shipped', shipped],
    ['own', own],
  ] as const)
    for (const data of dataIn(dir)) {
      const code = languageOf(data)
      found.set(code, { code, data, name: languageName(code), origin })
    }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/**
 * Our codes of the languages that a person named, each by ISO 639-1 or by Tesseract's code, one or
 * several separated by commas. Throws language_missing with those that are installed.
 */
export function chooseLanguages(folders: Folders, named: readonly string[]): readonly string[] {
  const asked = languagesAsked(named)
  if (asked.length === 0) return []
  const installed = installedLanguages(folders)
  const chosen = asked.map((text) => {
    const code = languageOf(dataOf(text.toLowerCase()))
    const found = installed.find((language) => language.code === code || language.data === text)
    if (!found) throw languageMissing(folders, text)
    return found.code
  })
  return [...new Set(chosen)]
}

/** Codes as a person names them, one or several separated by commas. */
export function languagesAsked(named: readonly string[]): readonly string[] {
  return named.flatMap((list) => list.split(/[,+\s]+/)).filter((code) => code !== '')
}

/** The error for a language that is not installed, with those that are. */
export function languageMissing(folders: Folders, language: string): AppError {
  const installed = installedLanguages(folders).map(({ code, name }) => `${code} (${name})`)
  return new AppError('language_missing', {
    language,
    installed: installed.join(', ') || 'none',
    folder: ocrDirs(folders)[0],
  })
}

function dataIn(dir: string): readonly string[] {
  try {
    const names = readdirSync(dir).flatMap((file) => /^(.+)\.traineddata$/.exec(file)?.[1] ?? [])
    // Data for finding the orientation and for formulas: no languages.
    return names.filter((name) => name !== 'osd' && name !== 'equ')
  } catch {
    return []
  }
}
