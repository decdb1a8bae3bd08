/**
 * How much each signal counts for a value, and the score below which a field of a type is rather empty.
 * Made by `npm run train`; not to be edited.
 */
export const weights: {
  readonly signals: Readonly<Record<string, number>>
  readonly nothing: Readonly<Record<string, number>>
} = {
  signals: {
    right: 1,
    below: 1,
    above: 1,
    stranger: -0.75,
    faint: -0.15,
    title: 0.5,
    ownBlock: 0.35,
    otherBlock: -0.7,
  },
  nothing: { other: 0.2 },
}
