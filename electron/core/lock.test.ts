import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { holdDataFolder } from './lock.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const holder = `
  import { holdDataFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
  holdDataFolder(process.argv[1])
  console.log('held')
  setInterval(() => {}, 1000)`

async function holdInAnotherProcess(dataDir: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, dataDir])
  await once(createInterface(child.stdout), 'line')
  return child
}

test('a data folder in use is refused with the number of the process that has it', async () => {
  const dataDir = testFolder()
  const child = await holdInAnotherProcess(dataDir)
  expect(() => holdDataFolder(dataDir)).toThrow(`(process ${child.pid})`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  holdDataFolder(dataDir)()
})

test('the same process cannot open a data folder twice, and can again after closing it', async () => {
  const dataDir = testFolder()
  const { app } = await openTestApp(dataDir)
  await expect(openTestApp(dataDir)).rejects.toMatchObject({
    code: 'data_folder_busy',
    details: { pid: String(process.pid) },
  })
  await app.close()
  const again = await openTestApp(dataDir)
  await again.app.close()
})
