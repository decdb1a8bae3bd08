import { type ErrorCode, errorCodes, sentenceOf } from '../workers/errors.ts'

/** What can be done about files that were not read for this reason: the sentence of the error without its file. */
export function problemAdvice(code: string): string {
  if (!isErrorCode(code)) return ''
  const sentences = sentenceOf(code, { file: '…' }).split(/(?<=\.) /)
  return sentences.filter((sentence) => !/…|\bit\b.*”/.test(sentence)).join(' ')
}

/** Which of the batch's deeds helps: the password where one is missing, another try where it may go better. */
export function problemDeed(code: string): 'unlock' | 'retry' | null {
  if (code === 'file_encrypted' || code === 'password_wrong') return 'unlock'
  return ['duplicate', 'removed', 'unsupported_type'].includes(code) ? null : 'retry'
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}
