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
    address: -0.865,
    'address:agreed': 0.419,
    'address:read': -0.288,
    'address:score': 0.087,
    agreed: 1.049,
    amount: 0.058,
    'amount:agreed': -0.52,
    'amount:read': -0.061,
    'amount:score': 0.459,
    date: 0.274,
    'date:agreed': -0.191,
    'date:read': 0.006,
    'date:score': 0.042,
    identifier: -0.15,
    'identifier:read': -0.359,
    'identifier:score': 0.134,
    long: 0.081,
    margin: 0.752,
    mended: -0.271,
    name: 0.29,
    'name:agreed': 0.641,
    'name:read': 0.159,
    'name:score': -0.423,
    one: 1.865,
    other: 0.487,
    'other:read': 0.112,
    'other:score': 0.071,
    page: 0.532,
    proven: 0.407,
    read: -1.293,
    score: 1.106,
    twice: -0.874,
    uncertain: -1.032,
    unlabelled: 1.11,
    weak: 0.573,
  },
}
