import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageName, languageOf } from '../../../workers/page/languageCodes.ts'
import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { installedLanguages, ocrDirs } from '../languages.ts'
import { shippedData } from './shippedData.ts'

/** Language data: all that was shipped is there as it was, and what the person added. */
export function languageFindings(core: Pick<Core, 'dataDir' | 'resourcesDir'>): readonly Finding[] {
  const [own, shipped] = ocrDirs(core)
  const damaged: string[] = []
  const missing: string[] = []
  for (const [data, sha256] of Object.entries(shippedData)) {
    const found = hashOf(join(shipped, `${data}.traineddata`))
    if (found === null) missing.push(data)
    else if (found !== sha256) damaged.push(data)
  }
  const added = installedLanguages(core).filter(({ origin }) => origin === 'own')
  const empty = added.filter(({ data }) => isEmpty(join(own, `${data}.traineddata`)))
  return [shippedFinding(missing, damaged), ...(added.length > 0 ? [ownFinding(added, empty)] : [])]
}

function shippedFinding(missing: readonly string[], damaged: readonly string[]): Finding {
  const name = 'languages'
  const names = (data: readonly string[]) =>
    data.map((one) => languageName(languageOf(one))).join(', ')
  const told = [
    ...(missing.length > 0 ? [`missing: ${names(missing)}`] : []),
    ...(damaged.length > 0 ? [`not as shipped: ${names(damaged)}`] : []),
  ]
  if (told.length === 0) {
    const sentence = `Language data of ${Object.keys(shippedData).length} languages is there, as shipped.`
    return { name, level: 'ok', sentence, advice: null }
  }
  return {
    ...{ name, level: 'error', sentence: `Language data is ${told.join('; ')}.` },
    advice:
      'Delete the folder “resources/ocr” of the program and start it again: it is unpacked anew.',
  }
}

type Added = ReturnType<typeof installedLanguages>

function ownFinding(added: Added, empty: Added): Finding {
  const name = 'own languages'
  const names = (of: Added) => of.map((language) => language.name).join(', ')
  if (empty.length === 0)
    return { name, level: 'ok', sentence: `Of your own: ${names(added)}.`, advice: null }
  return {
    ...{ name, level: 'error', sentence: `Language data of your own is empty: ${names(empty)}.` },
    advice: 'Put a whole copy into the folder “ocr” of the data folder, or remove it.',
  }
}

function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex')
  } catch {
    return null
  }
}

function isEmpty(file: string): boolean {
  try {
    return readFileSync(file).length === 0
  } catch {
    return true
  }
}
