import { expect, test } from 'vitest'
import ours from '../THIRD_PARTY_NOTICES.md?raw'
import { licenceRows } from './licenceRows.ts'

test('heads and rules of the tables are no packages, and a package in two tables is listed once', () => {
  const notices = `Words.
| package | version | licence |
| --- | --- | --- |
| zod | 4.6.7 | MIT |
| clsx | 2.1.1 | MIT |

| package | version | licence |
| --- | --- | --- |
| clsx | 2.1.1 | MIT |
`
  expect(licenceRows(notices)).toEqual([
    { name: 'clsx', version: '2.1.1', licence: 'MIT' },
    { name: 'zod', version: '4.6.7', licence: 'MIT' },
  ])
})

test('our own notices name what is used as it is and what is built into the pages', () => {
  const names = licenceRows(ours).map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['sharp', 'better-sqlite3', 'react', '@mantine/core']),
  )
})
