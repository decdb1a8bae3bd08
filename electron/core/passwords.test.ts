import { expect, test } from 'vitest'
import { openTestApp, testFolder } from './testing/testApp.ts'

const locked = (name: string) => testFolder({ [name]: 'locked with igel\n1 page A-1' })

test('a password for all opens what is read from now on, until it is forgotten', async () => {
  const dataDir = testFolder()
  const { app, call } = await openTestApp(dataDir)
  const outcomeOf = async (name: string) => {
    const { id } = await call('batch.create', { paths: [locked(name)] })
    return (await app.idle(id)).counts.failed
  }
  expect(await outcomeOf('1.pdf')).toBe(1)
  expect(await call('app.passwords', { add: 'hase' })).toEqual({ count: 1 })
  expect(await call('app.passwords', { add: 'igel' })).toEqual({ count: 2 })
  expect(await call('app.passwords', { add: 'igel' })).toEqual({ count: 2 })
  expect(await outcomeOf('2.pdf')).toBe(0)
  expect(await call('app.passwords', { forget: true })).toEqual({ count: 0 })
  expect(await outcomeOf('3.pdf')).toBe(1)
  await app.close()
  const again = await openTestApp(dataDir)
  expect(await again.call('app.passwords', {})).toEqual({ count: 0 })
  await again.app.close()
})
