import { RE2JS } from 're2js'

/**
 * A pattern that a person wrote, made for RE2: whatever they wrote, a search takes time in proportion to
 * the text. Without regard to case where it searches. Throws for what RE2 does not know.
 */
export function patternOf(source: string, { anyCase }: { anyCase: boolean }): RE2JS {
  const key = `${anyCase ? 'i' : ' '}${source}`
  const known = compiled.get(key)
  if (known) return known
  const pattern = RE2JS.compile(source, anyCase ? RE2JS.CASE_INSENSITIVE : 0)
  if (compiled.size >= mostKept) compiled.clear()
  compiled.set(key, pattern)
  return pattern
}

const mostKept = 200
const compiled = new Map<string, RE2JS>()

/** Every stretch of a text that a pattern finds, from left to right. */
export function findPattern(pattern: RE2JS, text: string): { from: number; to: number }[] {
  const matcher = pattern.matcher(text)
  const found: { from: number; to: number }[] = []
  while (matcher.find()) found.push({ from: matcher.start(), to: matcher.end() })
  return found.filter(({ from, to }) => to > from)
}

/** What is wrong with a pattern, as the end of a sentence; null when it can be used. */
export function patternProblem(source: string): string | null {
  try {
    patternOf(source, { anyCase: false })
    return null
  } catch (thrown) {
    if (/\(\?<?[=!]/.test(source))
      return 'looks ahead or back with (?=, (?!, (?<= or (?<!, which is not supported because it can run for ever'
    if (/\\(?:[1-9]|k<)/.test(source))
      return 'refers back to a group, which is not supported because it can run for ever'
    const problem = thrown instanceof Error ? thrown.message : String(thrown)
    return `is no regular expression (${problem.replace(/^error parsing regexp: /, '')})`
  }
}
