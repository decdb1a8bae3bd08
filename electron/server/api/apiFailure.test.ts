import { expect, test } from 'vitest'
import { AppError } from '../../../workers/errors.ts'
import { apiFailure } from './apiFailure.ts'

test('a full disk is one by whatever name the system calls it', () => {
  const full = Object.assign(new Error('no space left on device, write /home/a/x'), {
    code: 'ENOSPC',
  })
  expect(apiFailure(full)).toMatchObject({ status: 507, error: { code: 'disk_full' } })
})

test('what nobody expected is told without its own words', () => {
  const { status, error } = apiFailure(new Error('cannot read “secret” of /home/a/invoice.pdf'))
  expect(status).toBe(500)
  expect(JSON.stringify(error)).not.toMatch(/secret|home/)
})

test('whatever is understood and cannot be done is 422', () => {
  expect(apiFailure(new AppError('nothing_readable', { files: 3 }))).toMatchObject({
    ...{ status: 422, error: { code: 'nothing_readable', details: { files: 3 } } },
  })
})
