import { editDistance, fold } from './parse/fold.ts'

/** Forms of two words, either of which tells what the other is. */
const pairs = [['SDN', 'BHD']] as const
/** Forms that no other word of their length is like. */
const longForms = ['LIMITED', 'ENTERPRISE', 'ENTERPRISES', 'CORPORATION', 'COMPANY', 'TRADING']

/** A name with its legal form mended where OCR misread one letter of it: “SON BHD”, “LIMTTED”; the name as it is else. */
export function mendLegalForm(name: string): string {
  const words = name.split(' ')
  const [last, before] = [words.at(-1) ?? '', words.at(-2) ?? '']
  for (const [first, second] of pairs) {
    const off = edits(before, first) + edits(last, second)
    if (off === 1) return [...words.slice(0, -2), like(before, first), like(last, second)].join(' ')
  }
  // “S/B” is short for the pair; nothing else ends a name so.
  if (/^[S5§$]\/[B8R]$/.test(last)) return [...words.slice(0, -1), 'S/B'].join(' ')
  const form = longForms.find((candidate) => edits(last, candidate) === 1)
  const isForm = longForms.some((candidate) => edits(last, candidate) === 0)
  return form && !isForm ? [...words.slice(0, -1), like(last, form)].join(' ') : name
}

function edits(word: string, form: string): number {
  return editDistance(fold(word), form.toLowerCase(), 1)
}

/** A form in the case of the word that was read, with the point that stood behind it. */
function like(word: string, form: string): string {
  const isSmall = /\p{Ll}/u.test(word)
  const cased = isSmall ? form[0] + form.slice(1).toLowerCase() : form
  return cased + (/[.,]$/.test(word) ? '.' : '')
}
