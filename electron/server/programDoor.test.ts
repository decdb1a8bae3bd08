import { expect, test } from 'vitest'
import { openTestApp, testFolder } from '../core/testing/testApp.ts'
import { openProgramDoor } from './programDoor.ts'

test('where the face needs no server, one is there as long as the switch is on', async () => {
  const desk = await openTestApp(testFolder())
  const door = await openProgramDoor(desk.app)
  const state = () => desk.call('client.state', {})
  const turn = (httpInterface: boolean) => desk.call('settings.set', { httpInterface })
  expect(await state()).toMatchObject({ isOpen: false, address: null })

  await turn(true)
  const { address } = await state()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
  const { key } = await desk.call('client.add', { name: 'robot' })
  const ask = (path: string) =>
    fetch(`${address}${path}`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask('/batches')).status).toBe(200)
  expect((await ask('/../call')).status).toBe(404)
  expect((await ask('/..')).headers.get('content-security-policy')).toContain("default-src 'none'")

  await turn(false)
  expect(await state()).toMatchObject({ isOpen: false, address: null })
  await expect(ask('/batches')).rejects.toThrow()

  // However fast somebody switches, the last word counts.
  await Promise.all([turn(true), turn(false), turn(true)])
  expect((await state()).address).not.toBeNull()
  await door.close()
  await expect(fetch(`${address}/batches`)).rejects.toThrow()
  await desk.app.close()
})

test('what was switched on before is there at the start', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  await first.call('settings.set', { httpInterface: true })
  await first.app.close()
  const desk = await openTestApp(dataDir)
  const door = await openProgramDoor(desk.app)
  const { address } = await desk.call('client.state', {})
  expect((await fetch(`${address}/openapi.json`)).status).toBe(200)
  await door.close()
  await desk.app.close()
})

test('a second Sheaf answers elsewhere, and says so', async () => {
  const desks = [
    await openTestApp(testFolder(), { answerClients: true }),
    await openTestApp(testFolder(), { answerClients: true }),
  ]
  const doors = []
  const states = []
  for (const desk of desks) {
    doors.push(await openProgramDoor(desk.app))
    states.push(await desk.call('client.state', {}))
  }
  expect(new Set(states.map(({ address }) => address)).size).toBe(2)
  expect(states[1]).toMatchObject({
    ...{ isForced: true, isUsualAddress: false, usualAddress: 'http://127.0.0.1:7483/v1' },
  })
  for (const door of doors) await door.close()
  for (const { app } of desks) await app.close()
})
