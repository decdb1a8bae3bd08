import { expect, test } from 'vitest'
import type { Notice } from '../contract.ts'
import { openTestApp, silentHost, testFolder } from './testing/testApp.ts'

async function desk() {
  const notices: Notice[] = []
  const host = { ...silentHost, notify: (notice: Notice) => void notices.push(notice) }
  const { app, call } = await openTestApp(testFolder(), { host })
  async function read(files: Readonly<Record<string, string>>) {
    const { id } = await call('batch.create', { paths: [testFolder(files)], name: 'May' })
    await app.idle(id)
    return id
  }
  return { notices, call, read, close: () => app.close() }
}

test('the end of a batch is told once, with what is to be done about it', async () => {
  const { notices, read, close } = await desk()
  const batchId = await read({
    '1.pdf': '1 page',
    '2.pdf': '1 page review',
    '3.pdf': 'file_damaged',
  })
  expect(notices).toEqual([
    { batchId, title: 'May is finished', words: '1 completed · 1 to review · 1 failed' },
  ])
  await close()
})

test('whoever does not want it is told nothing', async () => {
  const { notices, call, read, close } = await desk()
  await call('settings.set', { notifyAtEnd: false })
  await read({ '1.pdf': '1 page' })
  expect(notices).toEqual([])
  await close()
})
