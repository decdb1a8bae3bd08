/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.952,
  weights: {
    address: -0.495,
    'address:agreed': 0.357,
    'address:read': -0.402,
    'address:score': 0.155,
    agreed: 1.078,
    amount: -0.022,
    'amount:agreed': -0.5,
    'amount:read': -0.059,
    'amount:score': 0.479,
    date: 0.198,
    'date:agreed': -0.161,
    'date:read': 0.056,
    'date:score': 0.065,
    identifier: -0.235,
    'identifier:read': -0.365,
    'identifier:score': 0.118,
    long: -0.024,
    margin: 0.728,
    mended: -0.245,
    name: 0,
    'name:read': -0.196,
    'name:score': -0.008,
    one: 1.975,
    other: 0.458,
    'other:read': 0.112,
    'other:score': 0.066,
    page: 0.577,
    party: 0.194,
    'party:agreed': 0.664,
    'party:read': 0.408,
    'party:score': -0.51,
    proven: 0.391,
    read: -1.337,
    score: 1.095,
    twice: -0.967,
    uncertain: -1.005,
    unlabelled: 1.13,
    weak: 0.54,
  },
}
