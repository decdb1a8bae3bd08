import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
import { freePlace, putInPlace, takeAway } from './moveOriginal.ts'

const content = 'the whole file'
const sha256 = createHash('sha256').update(content).digest('hex')
const shared = '/dev/shm'
/** Another file system than that of temporary files. */
const hasOther = existsSync(shared) && statSync(shared).dev !== statSync(testFolder()).dev

test('a place that is taken is never overwritten', async () => {
  const folder = testFolder({ 'a.pdf': content, 'to/a.pdf': 'another' })
  const [from, to] = [join(folder, 'a.pdf'), join(folder, 'to', 'a.pdf')]
  expect(await putInPlace(from, to, sha256)).toBe(false)
  expect(readFileSync(to, 'utf8')).toBe('another')
  const free = await freePlace(join(folder, 'to'), 'a.pdf')
  expect(free).toBe(join(folder, 'to', 'a (2).pdf'))
  expect(await putInPlace(from, free, sha256)).toBe(true)
  expect(readFileSync(free, 'utf8')).toBe(content)
  expect(existsSync(from)).toBe(true)
})

test('an original that was written to meanwhile is not taken away', async () => {
  const folder = testFolder({ 'a.pdf': content })
  const path = join(folder, 'a.pdf')
  const { size, mtimeMs: modifiedAt } = statSync(path)
  writeFileSync(path, `${content} and more`)
  await takeAway(path, { size, modifiedAt })
  expect(existsSync(path)).toBe(true)
  await takeAway(path, { size: statSync(path).size, modifiedAt: statSync(path).mtimeMs })
  expect(existsSync(path)).toBe(false)
})

test.runIf(hasOther)('to another disk a file is copied, compared and given its name', async () => {
  const other = mkdtempSync(join(shared, 'sheaf-test-'))
  try {
    const from = join(testFolder({ 'a.pdf': content }), 'a.pdf')
    utimesSync(from, new Date(2020, 1, 1), new Date(2021, 2, 3))
    const to = join(other, 'sub', 'a.pdf')
    expect(await putInPlace(from, to, sha256)).toBe(true)
    expect(readFileSync(to, 'utf8')).toBe(content)
    expect(statSync(to).mtime).toEqual(new Date(2021, 2, 3))
    expect(await putInPlace(from, to, sha256)).toBe(false)
    // It is another file than the one that was read: nothing of it gets a name.
    const changed = putInPlace(from, join(other, 'b.pdf'), 'f'.repeat(64))
    await expect(changed).rejects.toThrow('changed while it was copied')
    expect(readdirSync(other)).toEqual(['sub'])
    expect(readdirSync(join(other, 'sub'))).toEqual(['a.pdf'])
  } finally {
    rmSync(other, { recursive: true })
  }
})
