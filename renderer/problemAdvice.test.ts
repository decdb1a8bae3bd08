import { expect, test } from 'vitest'
import { problemAdvice, problemDeed } from './problemAdvice.ts'

test('the advice is the part of the sentence that names no file', () => {
  expect(problemAdvice('file_damaged')).toBe('Scan or save it again, then retry.')
  expect(problemAdvice('file_encrypted')).toBe('Enter the password, or save a copy without it.')
  expect(problemAdvice('page_timeout')).toBe('Retry it alone.')
  expect(problemAdvice('duplicate')).toBe('')
  expect(problemAdvice('something_newer')).toBe('')
})

test('a password is asked for where one is missing, and nothing is offered that cannot help', () => {
  expect(problemDeed('password_wrong')).toBe('unlock')
  expect(problemDeed('page_timeout')).toBe('retry')
  expect(problemDeed('duplicate')).toBe(null)
  expect(problemDeed('unsupported_type')).toBe(null)
})
