import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentenceOf } from '../../../workers/errors.ts'
import { testFolder } from '../testing/testApp.ts'
import { openWatchTest } from '../testing/watchTest.ts'

const root = testFolder({ 'in/x': '', 'in/deep/x': '', 'in2/x': '', 'out/x': '' })
const [inbox, deep, beside, out] = ['in', 'in/deep', 'in2', 'out'].map((name) => join(root, name))
const off = { isOn: false } as const

test.each([
  ['originals moved into the folder', { folder: inbox, moveTo: join(root, 'in/done') }],
  ['originals moved to where they are', { folder: inbox, moveTo: inbox }],
  ['the folder inside where originals go', { folder: deep, moveTo: inbox }],
  ['results written into the folder', { folder: inbox, exportTo: join(root, 'in/results') }],
  ['the folder inside where results go', { folder: deep, exportTo: inbox }],
  ['sub-folders left out all the same', { folder: inbox, moveTo: deep, withSubfolders: false }],
])('%s: refused as not apart', async (_, wished) => {
  const { codeOf, close } = await openWatchTest(testFolder())
  expect(await codeOf('watch.add', { ...wished, ...off })).toBe('watch_not_apart')
  await close()
})

test('a link to the folder is the folder', async () => {
  const link = join(root, 'link')
  symlinkSync(inbox ?? '', link)
  const { codeOf, add, close } = await openWatchTest(testFolder())
  expect(await codeOf('watch.add', { folder: link, moveTo: inbox, ...off })).toBe('watch_not_apart')
  await add({ folder: inbox ?? '', ...off })
  expect(await codeOf('watch.add', { folder: link, ...off })).toBe('watched_already')
  await close()
})

test('nothing in the data folder is watched or moved to', async () => {
  const dataDir = testFolder({ 'mine/x': '' })
  const { codeOf, close } = await openWatchTest(dataDir)
  const inside = join(dataDir, 'mine')
  for (const wished of [
    { folder: dataDir },
    { folder: inside },
    { folder: inbox, moveTo: inside },
    { folder: inbox, exportTo: inside },
  ])
    expect(await codeOf('watch.add', { ...wished, ...off })).toBe('watch_in_data_folder')
  await close()
})

test('no file is met by two watched folders', async () => {
  const { codeOf, add, call, close } = await openWatchTest(testFolder())
  const { id: watchId } = await add({ folder: inbox ?? '', ...off })
  expect(await codeOf('watch.add', { folder: inbox, ...off })).toBe('watched_already')
  expect(await codeOf('watch.add', { folder: deep, ...off })).toBe('watched_already')
  expect(await codeOf('watch.add', { folder: root, ...off })).toBe('watched_already')
  const flat = await call('watch.change', { folder: inbox ?? '', withSubfolders: false, watchId })
  expect(flat.withSubfolders).toBe(false)
  expect(await codeOf('watch.add', { folder: deep, ...off })).toBe('ok')
  // With sub-folders again it would meet those of the other one.
  const wider = { folder: inbox, withSubfolders: true, watchId }
  expect(await codeOf('watch.change', wider)).toBe('watched_already')
  await close()
})

test('the destination of one is not watched by another, and folders of similar names stand apart', async () => {
  const { codeOf, add, close } = await openWatchTest(testFolder())
  await add({ folder: inbox ?? '', moveTo: out ?? '', ...off })
  expect(await codeOf('watch.add', { folder: out, ...off })).toBe('watch_not_apart')
  const into = { folder: beside, exportTo: deep, ...off }
  expect(await codeOf('watch.add', into)).toBe('watch_not_apart')
  expect(await codeOf('watch.add', { folder: beside, moveTo: out, ...off })).toBe('ok')
  await close()
})

test('what is no folder, has no such template or cannot be written is refused as such', async () => {
  const { codeOf, call, close } = await openWatchTest(testFolder())
  const code = (wished: object) => codeOf('watch.add', { ...wished, ...off })
  expect(await code({ folder: join(root, 'none') })).toBe('folder_not_found')
  expect(await code({ folder: join(root, 'in', 'x') })).toBe('folder_not_found')
  expect(await code({ folder: inbox, template: 'none' })).toBe('no_template')
  expect(await code({ folder: inbox, languages: ['xx'] })).toBe('language_missing')
  expect(await code({ folder: inbox, moveTo: join(root, 'out', 'x') })).toBe('output_locked')
  const asText = { folder: inbox, exportTo: out, kind: 'read', exportFormat: 'xlsx' }
  expect(await code(asText)).toBe('output_unsupported')
  expect(await code({ folder: inbox, exportName: '../{date}' })).toBe('invalid_input')
  expect(await codeOf('watch.scanNow', { watchId: 99 })).toBe('not_found')
  expect(await call('watch.list', {})).toEqual([])
  await close()
})

test('each refusal says what is wrong with which folder', () => {
  const details = { path: '/in/done', folder: '/in' }
  expect(sentenceOf('watch_not_apart', details)).toContain('“/in/done”')
  expect(sentenceOf('watch_in_data_folder', details)).toContain('Choose another folder')
  expect(sentenceOf('watched_already', details)).toContain('“/in”')
})
