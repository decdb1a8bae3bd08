import { expect, test } from 'vitest'
import { typedPage } from '../testing/typedPage.ts'
import { isRole, rolesOf } from './definedTerms.ts'
import { readingOf } from './reading.ts'

function rolesIn(lines: readonly string[]): string[] {
  const page = typedPage(lines.map((text, i) => [40, 80 + 12 * i, text]))
  return [...rolesOf(readingOf([page], '2026-05-04'))]
}

test.each<[lines: readonly string[], roles: readonly string[]]>([
  [
    ['made by Larkspur Linen Inc. (the “Company”) and Mona Finch ("Recipient").'],
    ['company', 'recipient'],
  ],
  [['Larkspur Linen GmbH, Leeds („Auftraggeber“ oder „Kunde“)'], ['auftraggeber', 'kunde']],
  [
    ['Larkspur Linen Inc. (together with its daughters, the', '“Disclosing Party”)'],
    ['disclosing party'],
  ],
  // A short name is a name.
  [['Larkspur Linen Inc. (“Larkspur”)'], []],
  [['a towel (blue, 40 by 60) and what is called “soft”'], []],
])('roles are what a bracket calls somebody: %s', (lines, roles) => {
  expect(rolesIn(lines)).toEqual(roles)
})

const roles = new Set(['company', 'disclosing party'])

test.each(['Company', 'COMPANY', 'the Company and the Disclosing Party', 'Disclosing Parties.'])(
  'a text of roles alone names nobody: %s',
  (text) => {
    expect(isRole(text, roles)).toBe(true)
  },
)

test.each(['Larkspur Company', 'Harbour and Finch'])('a name is no role: %s', (text) => {
  expect(isRole(text, roles)).toBe(false)
})

test('where nothing is defined, nothing is a role', () => {
  expect(isRole('Company', new Set())).toBe(false)
})
