import { expect, test } from 'vitest'
import { isPath, joinPath, trailOf } from './folderPaths.ts'

test('a trail leads from the top to the folder', () => {
  expect(trailOf('/home/anna')).toEqual([
    { name: '/', path: '/' },
    { name: 'home', path: '/home' },
    { name: 'anna', path: '/home/anna' },
  ])
  expect(trailOf('/')).toEqual([{ name: '/', path: '/' }])
})

test('a drive keeps its slash: “C:” alone is another folder', () => {
  expect(trailOf('C:\\Users\\anna').map(({ path }) => path)).toEqual([
    'C:\\',
    'C:\\Users',
    'C:\\Users\\anna',
  ])
})

test('a name is joined the way its folder is written', () => {
  expect(joinPath('/', 'a.xlsx')).toBe('/a.xlsx')
  expect(joinPath('/home', 'a.xlsx')).toBe('/home/a.xlsx')
  expect(joinPath('C:\\Users', 'a.xlsx')).toBe('C:\\Users\\a.xlsx')
})

test('what begins at a root is an address, the rest is part of a name', () => {
  expect(['/home', 'D:\\x', 'd:/x', '\\\\server\\share'].every(isPath)).toBe(true)
  expect(['may', '2026/05', 'C'].some(isPath)).toBe(false)
})
