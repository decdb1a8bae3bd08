import type { Check } from '../../workers/model.ts'
import type { Protection } from '../../workers/tasks.ts'
import { missingPageCode } from './missingPages.ts'

/** Checks that speak of the file, not of values: correcting a field leaves them as they are. */
const ofTheFile = new Set([missingPageCode, 'owner_restrictions', 'no_text_found'])

export function isOfTheFile({ code }: Check): boolean {
  return ofTheFile.has(code)
}

/** What the protection of a file is worth a remark. A remark asks nobody to review anything. */
export function protectionChecks(protection: Protection): readonly Check[] {
  if (protection !== 'owner') return []
  const sentence =
    'Opened without its owner’s password: its owner does not allow everybody to change, copy or print it.'
  return [{ code: 'owner_restrictions', level: 'warning', passed: false, sentence, fields: [] }]
}
