import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPattern, patternOf, patternProblem } from './pattern.ts'

describe('a pattern that a person wrote', () => {
  it('takes bounded time, whatever it says', () => {
    const started = performance.now()
    const hanging = patternOf('(a+)+$', { anyCase: false })
    expect(hanging.matches(`${'a'.repeat(20_000)}!`)).toBe(false)
    expect(findPattern(hanging, `${'a'.repeat(20_000)}!`)).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('is found wherever it stands, in capitals or not', () => {
    const pattern = patternOf('\\b(?:visa|cash)\\b', { anyCase: true })
    expect(findPattern(pattern, 'Visa, then CASH')).toEqual([
      { from: 0, to: 4 },
      { from: 11, to: 15 },
    ])
  })

  it('counts letters as the page does, beyond the first plane too', () => {
    expect(findPattern(patternOf('\\d+', { anyCase: true }), '😀 ä 42')).toEqual([
      { from: 5, to: 7 },
    ])
  })

  it.each([
    ['(?<=No )\\d+', 'looks ahead or back'],
    ['\\d+(?!x)', 'looks ahead or back'],
    ['(a)\\1', 'refers back'],
    ['(', 'is no regular expression (missing closing )'],
    ['[z-a]', 'is no regular expression (invalid character class range'],
  ])('that cannot be used says why: %s', (source, problem) => {
    expect(patternProblem(source)).toContain(problem)
  })

  it('never breaks the program, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const problem = patternProblem(source)
        expect(problem === null || problem.length > 0).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
