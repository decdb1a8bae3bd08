/** What a column layout can ask for, beside where a column comes from. */
export const decimalMarks = ['.', ','] as const
export const thousandsMarks = ['', '.', ',', ' ', "'"] as const
export const signRules = ['as_is', 'negated', 'absolute', 'credit_negative'] as const

export type DecimalMark = (typeof decimalMarks)[number]
export type ThousandsMark = (typeof thousandsMarks)[number]
export type SignRule = (typeof signRules)[number]
