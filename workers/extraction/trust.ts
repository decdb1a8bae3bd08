/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.944,
  weights: {
    address: -0.331,
    'address:agreed': 0.404,
    'address:read': -0.252,
    'address:score': 0.005,
    agreed: 1.044,
    amount: -0.063,
    'amount:agreed': -0.529,
    'amount:read': -0.111,
    'amount:score': 0.495,
    date: 0.191,
    'date:agreed': -0.198,
    'date:read': 0.007,
    'date:score': 0.06,
    identifier: -0.241,
    'identifier:read': -0.352,
    'identifier:score': 0.145,
    long: -0.001,
    margin: 0.727,
    mended: -0.203,
    name: -0.009,
    'name:read': -0.199,
    'name:score': 0.02,
    one: 2.012,
    other: 0.459,
    'other:read': 0.11,
    'other:score': 0.074,
    page: 0.573,
    party: 0.096,
    'party:agreed': 0.671,
    'party:read': 0.353,
    'party:score': -0.457,
    proven: 0.414,
    read: -1.336,
    score: 1.03,
    twice: -0.726,
    uncertain: -1.016,
    unlabelled: 1.048,
    weak: 0.581,
  },
}
