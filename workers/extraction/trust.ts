/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.99,
  weights: {
    address: -1.302,
    'address:read': -0.434,
    'address:score': 0.195,
    amount: -0.182,
    'amount:read': 0.001,
    'amount:score': 0.846,
    date: 0.286,
    'date:read': 0.116,
    'date:score': -0.157,
    identifier: 0.131,
    'identifier:read': -0.326,
    'identifier:score': -0.319,
    long: 0.896,
    margin: 0.652,
    name: 0.288,
    'name:read': -0.008,
    'name:score': -0.418,
    one: 1.351,
    other: 0.846,
    'other:read': 0.201,
    'other:score': 0.202,
    proven: 0.406,
    read: -1.351,
    score: 1.046,
    unlabelled: 1.496,
    weak: 0.796,
  },
}
