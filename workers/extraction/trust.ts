/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.955,
  weights: {
    address: -0.269,
    'address:agreed': 0.461,
    'address:read': -0.206,
    'address:score': -0.004,
    agreed: 1.046,
    amount: 0.066,
    'amount:agreed': -0.585,
    'amount:read': -0.101,
    'amount:score': 0.364,
    date: 0.222,
    'date:agreed': -0.207,
    'date:read': -0.019,
    'date:score': 0.059,
    identifier: -0.301,
    'identifier:read': -0.32,
    'identifier:score': 0.336,
    long: -0.071,
    margin: 0.766,
    mended: -0.498,
    name: -0.08,
    'name:read': -0.205,
    'name:score': -0.004,
    one: 1.887,
    other: 0.302,
    'other:read': 0.086,
    'other:score': 0.082,
    page: 0.549,
    party: 0.154,
    'party:agreed': 0.679,
    'party:read': 0.351,
    'party:score': -0.463,
    proven: 0.36,
    read: -1.241,
    score: 1.107,
    twice: -0.723,
    uncertain: -0.8,
    unlabelled: 1.044,
    weak: 0.572,
  },
}
