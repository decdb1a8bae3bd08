/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.988,
  weights: {
    address: -1.368,
    'address:read': -0.456,
    'address:score': 0.167,
    amount: 0.058,
    'amount:read': -0.173,
    'amount:score': 0.722,
    date: 0.519,
    'date:read': -0.011,
    'date:score': -0.273,
    identifier: -0.019,
    'identifier:read': -0.011,
    'identifier:score': 0.136,
    long: 0.91,
    margin: 0.644,
    name: 0.245,
    'name:read': -0.107,
    'name:score': -0.462,
    one: 1.803,
    other: 0.656,
    'other:read': 0.185,
    'other:score': 0.103,
    proven: 0.283,
    read: -1.718,
    score: 1.18,
    uncertain: -1.064,
    unlabelled: 1.362,
    weak: 0.819,
  },
}
