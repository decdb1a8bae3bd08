/**
 * How much each sign counts for the chance of being right, and the chance from which on a value need not
 * be looked at. Made by `npm run calibrate`; not to be edited.
 */
export const trust: {
  readonly threshold: number
  readonly weights: Readonly<Record<string, number>>
} = {
  threshold: 0.989,
  weights: {
    address: -1.399,
    'address:read': -0.466,
    'address:score': 0.182,
    amount: 0.046,
    'amount:read': -0.142,
    'amount:score': 0.734,
    date: 0.266,
    'date:read': 0.101,
    'date:score': -0.174,
    identifier: 0.204,
    'identifier:read': -0.017,
    'identifier:score': -0.131,
    long: 0.954,
    margin: 0.596,
    name: 0.189,
    'name:read': -0.075,
    'name:score': -0.406,
    one: 1.41,
    other: 0.765,
    'other:read': 0.165,
    'other:score': 0.153,
    proven: 0.45,
    read: -1.302,
    score: 1.071,
    unlabelled: 1.464,
    weak: 0.81,
  },
}
