import { currencyPattern } from './currency.ts'

/** Letters and signs that OCR takes figures for. */
const figureOf: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', Q: '0', D: '0', '¢': '0' },
  ...{ I: '1', l: '1', i: '1', '|': '1' },
  ...{ Z: '2', z: '2', S: '5', s: '5', B: '8' },
}

const misreadFigure = '[OoQD¢IliZzSsB|]'

/** An amount with decimals, and the sign or letters glued to it. */
const glued = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/])(?<lead>${currencyPattern}\.?|\p{L}{0,3}?)(?<gap> ?)(?<number>(?:\d|${misreadFigure}){1,6}(?:[.,] ?| [.,])(?:\d|${misreadFigure}){2})(?![\p{L}\p{N}.,/%]|-\d)`,
  'gu',
)
const knownLead = new RegExp(String.raw`^${currencyPattern}\.?$`, 'u')

/**
 * A line read by OCR with its amounts mended, as long as it was: letters that stand for figures in a number
 * with two decimals (“RMO.00”, “1S.90”), and a currency that was misread to other letters (“RH12.50”) as blanks.
 */
export function mendAmounts(text: string): string {
  return text.replace(glued, (whole, ...rest) => {
    const { lead = '', gap = '', number = '' } = rest.at(-1) as Record<string, string>
    const figures = asFigures(number)
    // Without a single figure it is an abbreviation; “No. 12.50” keeps its word.
    if (!/\d/.test(number) || (gap !== '' && !knownLead.test(lead))) return whole
    return (knownLead.test(lead) ? lead : ' '.repeat(lead.length)) + gap + figures
  })
}

/** Letters that look like figures as those figures; everything else as it is. */
export function asFigures(text: string): string {
  return text.replace(new RegExp(misreadFigure, 'gu'), (letter) => figureOf[letter] ?? letter)
}
