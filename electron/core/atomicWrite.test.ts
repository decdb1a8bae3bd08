import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { evidenceFolder, evidenceMark } from '../../workers/export/evidenceNames.ts'
import { csvFile } from '../../workers/export/exportFiles.ts'
import { assertWritable, atomicWrite, formatOf } from './atomicWrite.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-atomic-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const content = (name: string) => readFileSync(at(name), 'utf8')

/** Writes CSV as the export does: the main table, and line items beside it. */
const csv = (text: string, items: string | null) => async (temporary: string) => {
  await writeFile(temporary, text)
  if (items !== null) await writeFile(csvFile(temporary, '-line-items'), items)
}

test('a file appears under its name with nothing left beside it', async () => {
  const files = await atomicWrite(at('r.json'), (temporary) => writeFile(temporary, 'new'))
  expect(files).toEqual([at('r.json')])
  expect(readdirSync(folder)).toEqual(['r.json'])
  expect(content('r.json')).toBe('new')
})

test('until the writing is done the older export stands', async () => {
  writeFileSync(at('r.json'), 'old')
  await atomicWrite(at('r.json'), async (temporary) => {
    await writeFile(temporary, 'new')
    expect(dirname(dirname(temporary))).toBe(folder)
    expect(content('r.json')).toBe('old')
  })
  expect(content('r.json')).toBe('new')
})

test('a failure leaves the older export and no traces', async () => {
  writeFileSync(at('r.csv'), 'old')
  const failing = atomicWrite(at('r.csv'), async (temporary) => {
    await writeFile(temporary, 'half')
    throw new Error('stopped')
  })
  await expect(failing).rejects.toThrow('stopped')
  expect(readdirSync(folder)).toEqual(['r.csv'])
  expect(content('r.csv')).toBe('old')
})

test('what a killed process left of the same file goes when it is written again, and nothing else', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid
  const leave = (name: string, file: string) => {
    mkdirSync(at(name))
    writeFileSync(at(join(name, file)), 'half')
  }
  leave(`.sheaf-${dead}-aaaaaa`, 'r.csv')
  leave(`.sheaf-${dead}-bbbbbb`, 'r-line-items.csv')
  leave(`.sheaf-${dead}-cccccc`, 'other.csv')
  leave(`.sheaf-${process.ppid}-dddddd`, 'r.csv')
  leave('.sheaf', 'r.csv')
  await atomicWrite(at('r.csv'), csv('documents', null))
  expect(readdirSync(folder).sort()).toEqual(
    ['.sheaf', `.sheaf-${dead}-cccccc`, `.sheaf-${process.ppid}-dddddd`, 'r.csv'].sort(),
  )
})

test('line items are put in place together with the documents', async () => {
  const files = await atomicWrite(at('r.csv'), csv('documents', 'items'))
  expect(files).toEqual([at('r.csv'), at('r-line-items.csv')])
  expect(content('r-line-items.csv')).toBe('items')
})

test('line items of an older export do not stay beside documents that have none', async () => {
  await atomicWrite(at('r.csv'), csv('old documents', 'old items'))
  await atomicWrite(at('r.csv'), csv('new documents', null))
  expect(readdirSync(folder)).toEqual(['r.csv'])
})

test('when the documents cannot be placed, the older line items come back', async () => {
  mkdirSync(at('r.csv'))
  writeFileSync(at('r-line-items.csv'), 'old items')
  await expect(atomicWrite(at('r.csv'), csv('new', 'new items'))).rejects.toMatchObject({
    code: 'output_locked',
    details: { path: at('r.csv') },
  })
  expect(readdirSync(folder).sort()).toEqual(['r-line-items.csv', 'r.csv'])
  expect(content('r-line-items.csv')).toBe('old items')
})

test('when the documents cannot be placed, new line items do not stay either', async () => {
  mkdirSync(at('r.csv'))
  await expect(atomicWrite(at('r.csv'), csv('new', 'new items'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['r.csv'])
})

for (const [systemCode, code] of [
  ['EBUSY', 'output_locked'],
  ['EPERM', 'output_locked'],
  ['EACCES', 'output_locked'],
  ['EROFS', 'output_locked'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
] as const)
  test(`${systemCode} is ${code}`, async () => {
    const failing = atomicWrite(at('r.xlsx'), () =>
      Promise.reject(Object.assign(new Error(systemCode), { code: systemCode })),
    )
    await expect(failing).rejects.toMatchObject({ code, details: { path: at('r.xlsx') } })
    expect(readdirSync(folder)).toEqual([])
  })

test('trouble that a worker met speaks of the name that the person chose', async () => {
  const failing = atomicWrite(at('r.xlsx'), (temporary) =>
    Promise.reject(new AppError('output_locked', { path: temporary })),
  )
  await expect(failing).rejects.toMatchObject({ details: { path: at('r.xlsx') } })
})

test('where the folder itself is missing, that is said, and no other program is blamed', async () => {
  writeFileSync(at('file'), '')
  for (const name of ['missing', 'file']) {
    const failing = assertWritable(at(`${name}/r.xlsx`), 'extract')
    await expect(failing).rejects.toThrow(`there is no folder “${at(name)}”. Make it`)
  }
  await expect(atomicWrite(at('missing/r.csv'), csv('new', null))).rejects.toThrow('no folder')
  mkdirSync(at('r.csv'))
  await expect(assertWritable(at('r.csv'), 'extract')).rejects.toThrow('or save as')
})

test('an output is refused before the batch: no folder, a folder, an unknown ending', async () => {
  mkdirSync(at('folder.xlsx'))
  writeFileSync(at('file'), '')
  const code = (name: string) =>
    assertWritable(at(name), 'extract').then(String, (error) => error.code)
  expect(await code('missing/r.xlsx')).toBe('output_locked')
  expect(await code('file/r.xlsx')).toBe('output_locked')
  expect(await code('folder.xlsx')).toBe('output_locked')
  expect(await code('r.pdf')).toBe('output_unsupported')
  expect(await code('r')).toBe('output_unsupported')
  expect(await code('r.md')).toBe('output_unsupported')
  expect(await code('r.xlsx')).toBe('undefined')
})

test('the check before a batch changes nothing', async () => {
  writeFileSync(at('r.csv'), 'old')
  await assertWritable(at('r.csv'), 'extract')
  await assertWritable(at('new.csv'), 'extract')
  expect(readdirSync(folder)).toEqual(['r.csv'])
  expect(content('r.csv')).toBe('old')
  expect(existsSync(at('new.csv'))).toBe(false)
})

test('the ending decides the format, whatever its case', () => {
  const formats = ['a.xlsx', 'b.CSV', '/c.d/e.Json'].map((path) => formatOf(path, 'extract'))
  expect(formats).toEqual(['xlsx', 'csv', 'json'])
  expect(['a.json', 'b.TXT', 'c.md'].map((path) => formatOf(path, 'read'))).toEqual([
    'json',
    'txt',
    'md',
  ])
})

/** A workbook with pages beside it. */
const withPages = (text: string, mark: boolean) => async (temporary: string) => {
  await writeFile(temporary, text)
  const folder = evidenceFolder(temporary)
  mkdirSync(folder)
  if (mark) writeFileSync(join(folder, evidenceMark), text)
}

test('pages stand and go with their workbook', async () => {
  await atomicWrite(at('r.xlsx'), withPages('old', true))
  await atomicWrite(at('r.xlsx'), withPages('new', true))
  expect(content(join('r-evidence', evidenceMark))).toBe('new')
  await atomicWrite(at('r.xlsx'), (temporary) => writeFile(temporary, 'plain'))
  expect(readdirSync(folder)).toEqual(['r.xlsx'])
})

test('a folder of that name that Sheaf did not make stays as it is', async () => {
  mkdirSync(at('r-evidence'))
  writeFileSync(at('r-evidence/mine.txt'), 'mine')
  await atomicWrite(at('r.xlsx'), (temporary) => writeFile(temporary, 'plain'))
  const failing = atomicWrite(at('r.xlsx'), withPages('new', true))
  await expect(failing).rejects.toMatchObject({
    ...{ code: 'output_locked', details: { other: at('r (2).xlsx') } },
  })
  expect(content('r.xlsx')).toBe('plain')
  expect(content('r-evidence/mine.txt')).toBe('mine')
})

test('a name as long as a file system takes is written and replaced', async () => {
  const name = `${'n'.repeat(250)}.xlsx`
  await assertWritable(at(name), 'extract')
  for (const text of ['old', 'new']) await atomicWrite(at(name), (file) => writeFile(file, text))
  expect(readdirSync(folder)).toEqual([name])
  expect(content(name)).toBe('new')
  await expect(assertWritable(at(`n${name}`), 'extract')).rejects.toMatchObject({
    code: 'output_locked',
  })
})
