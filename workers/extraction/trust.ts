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
    address: -0.449,
    'address:agreed': 0.428,
    'address:read': -0.356,
    'address:score': 0.145,
    agreed: 0.955,
    amount: 0.107,
    'amount:agreed': -0.652,
    'amount:read': -0.068,
    'amount:score': 0.337,
    date: 0.408,
    'date:agreed': -0.069,
    'date:read': 0.053,
    'date:score': -0.132,
    identifier: -0.276,
    'identifier:read': -0.284,
    'identifier:score': 0.368,
    long: 0.068,
    margin: 0.758,
    mended: -0.491,
    name: -0.194,
    'name:read': -0.226,
    'name:score': 0.034,
    one: 1.897,
    other: 0.286,
    'other:read': 0.087,
    'other:score': 0.071,
    page: 0.451,
    party: 0.212,
    'party:agreed': 0.611,
    'party:read': 0.376,
    'party:score': -0.478,
    proven: 0.778,
    read: -1.251,
    score: 1.035,
    twice: -0.931,
    uncertain: -0.68,
    unlabelled: 0.992,
    weak: 0.606,
  },
}
