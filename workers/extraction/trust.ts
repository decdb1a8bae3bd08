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
    address: -0.558,
    'address:agreed': 0.404,
    'address:read': -0.408,
    'address:score': 0.14,
    agreed: 0.958,
    amount: 0.019,
    'amount:agreed': -0.656,
    'amount:read': -0.066,
    'amount:score': 0.443,
    date: 0.315,
    'date:agreed': -0.052,
    'date:read': 0.073,
    'date:score': -0.127,
    identifier: -0.27,
    'identifier:read': -0.326,
    'identifier:score': 0.16,
    long: 0.112,
    margin: 0.722,
    mended: -0.492,
    name: -0.046,
    'name:read': -0.215,
    'name:score': 0.044,
    one: 2.087,
    other: 0.547,
    'other:read': 0.125,
    'other:score': 0.11,
    page: 0.455,
    party: 0.097,
    'party:agreed': 0.624,
    'party:read': 0.372,
    'party:score': -0.448,
    proven: 0.113,
    read: -1.331,
    score: 0.966,
    twice: -0.952,
    uncertain: -1.041,
    unlabelled: 1.018,
    weak: 0.596,
  },
}
