import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFolder } from './folderBrowser.ts'
import { testFolder } from './testing/testApp.ts'

test('a folder shows its folders, what could be read and exports, as people count', async () => {
  const root = testFolder({
    '10.pdf': 'x',
    '2.PDF': 'xx',
    'notes.txt': 'x',
    'May.XLSX': 'xxx',
    '~$May.xlsx': 'x',
    'May.csv': 'x',
    '.hidden/1.pdf': 'x',
    'May/1.pdf': 'x',
  })
  const { path, parent, folders, files, exports } = await listFolder(root)
  expect({ path, parent }).toEqual({ path: root, parent: join(root, '..') })
  expect(folders).toEqual([{ name: 'May', path: join(root, 'May') }])
  expect(files).toEqual([
    { name: '2.PDF', path: join(root, '2.PDF'), size: 2 },
    { name: '10.pdf', path: join(root, '10.pdf'), size: 1 },
  ])
  expect(exports).toEqual([
    { name: 'May.csv', path: join(root, 'May.csv'), size: 1 },
    { name: 'May.XLSX', path: join(root, 'May.XLSX'), size: 3 },
  ])
})

test('it starts at home, and the top of the file system has nothing above it', async () => {
  const home = await listFolder(null)
  expect(home.path).toBe(homedir())
  expect(home.places[0]).toEqual({ name: 'Home', path: homedir() })
  expect((await listFolder('/')).parent).toBeNull()
})

test('a folder that is not there is said to be so', async () => {
  await expect(listFolder('/nowhere')).rejects.toMatchObject({ code: 'folder_not_found' })
})
