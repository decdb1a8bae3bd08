import * as jsvat from 'jsvat'

/** Belgian numbers of ten digits begin with 0 or, since 2023, with 1, which jsvat does not know. */
const belgium: jsvat.Country = {
  ...jsvat.belgium,
  calcFn: (digits) => 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)),
  rules: { multipliers: {}, regex: [/^(BE)([01]\d{9})$/] },
}

/** How each country computes its check digits, by the letters that its VAT ids begin with. */
const schemes: Readonly<Record<string, jsvat.Country>> = {
  AT: jsvat.austria,
  BE: belgium,
  BG: jsvat.bulgaria,
  CH: jsvat.switzerland,
  CY: jsvat.cyprus,
  CZ: jsvat.czechRepublic,
  DE: jsvat.germany,
  DK: jsvat.denmark,
  EE: jsvat.estonia,
  EL: jsvat.greece,
  ES: jsvat.spain,
  FI: jsvat.finland,
  FR: jsvat.france,
  GB: jsvat.unitedKingdom,
  HR: jsvat.croatia,
  HU: jsvat.hungary,
  IE: jsvat.ireland,
  IT: jsvat.italy,
  LT: jsvat.lithuania,
  LU: jsvat.luxembourg,
  LV: jsvat.latvia,
  MT: jsvat.malta,
  NL: jsvat.netherlands,
  NO: jsvat.norway,
  PL: jsvat.poland,
  PT: jsvat.portugal,
  RO: jsvat.romania,
  SE: jsvat.sweden,
  SI: jsvat.slovenia,
  SK: jsvat.slovakiaRepublic,
}

/**
 * Ids of these shapes have no published check digits, and jsvat calls them valid by shape: Czech people
 * born before 1954, French keys with a letter, British departments, Latvian people.
 */
const unchecked = /^(?:CZ[0-5]\d{8}$|FR(?!\d\d)|GBGD|LV[0-3])/

/**
 * Whether the national check digits of a VAT id hold; the value has neither spaces nor points. False also
 * where the country has none, and for one that only looks like an id: it may be right all the same.
 */
export function isVatId(value: string): boolean {
  // Northern Ireland counts as Great Britain does.
  const id = value.replace(/^XI/, 'GB')
  const scheme = schemes[id.slice(0, 2)]
  if (!scheme || unchecked.test(id)) return false
  return jsvat.checkVAT(id, [scheme]).isValid
}
