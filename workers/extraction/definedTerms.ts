import type { Reading } from './reading.ts'

/** What a text gives a name of its own: (the “Company”), („Auftraggeber“ oder „Kunde“). */
const bracket = /\(([^()]{3,120})\)/gu
const quoted = /[“"„«]\s*([^“”"„«»]{2,40}?)[,.]?\s*[”"“»]/gu
/** So far before its bracket stands what a word is short for (letters). */
const before = 120
/** Words that join roles and say nothing by themselves. */
const joints =
  /(?<!\p{L})(?:the|and|or|each|both|any|such|a|an|der|die|das|und|oder|le|la|les|et|ou|el|los|y|e|il|o|de|het|en|of)(?!\p{L})/gu

/**
 * Roles that a document gives to those it is about, in small letters: (the “Company”) after a name that does not
 * have the word. “Larkspur Linen Inc. (“Larkspur”)” is no role, but a short name.
 */
export function rolesOf({ lines }: Reading): ReadonlySet<string> {
  const text = lines.map((line) => line.text.replaceAll('\t', ' ')).join(' ')
  const roles = new Set<string>()
  for (const found of text.matchAll(bracket)) {
    const named = plain(text.slice(Math.max(0, found.index - before), found.index))
    for (const [, term = ''] of (found[1] ?? '').matchAll(quoted))
      if (!named.includes(plain(term))) roles.add(plain(term))
  }
  return roles
}

/** Whether a text is nothing but roles: “the Company and the Buyer”. */
export function isRole(text: string, roles: ReadonlySet<string>): boolean {
  if (roles.size === 0) return false
  const longestFirst = [...roles].toSorted((a, b) => b.length - a.length)
  const several = longestFirst.map((role) => role.replace(/y$/u, 'ie').concat('s'))
  const rest = [...several, ...longestFirst].reduce(
    (left, role) => ` ${left} `.replaceAll(` ${role} `, ' ').trim(),
    plain(text),
  )
  return rest === ''
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(joints, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
