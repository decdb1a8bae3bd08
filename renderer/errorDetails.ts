import { type ErrorCode, errorCodes, sentenceOf } from '../workers/errors.ts'

/**
 * What helps to find an error, to be sent to somebody: its code and general sentence, versions and ids. Names of files
 * and everything that stands in them are left out.
 */
export function errorDetails(
  code: string,
  {
    version,
    ids,
    at,
  }: { version: string; ids: Readonly<Record<string, string | number>>; at: Date },
): string {
  const isKnown = (named: string): named is ErrorCode =>
    (errorCodes as readonly string[]).includes(named)
  return [
    `error ${code}`,
    ...(isKnown(code) ? [sentenceOf(code)] : []),
    `Sheaf ${version}`,
    ...Object.entries(ids).map(([name, id]) => `${name} ${id}`),
    `at ${at.toISOString()}`,
  ].join('\n')
}
