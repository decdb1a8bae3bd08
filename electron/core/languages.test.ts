import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Input } from '../contract.ts'
import { chooseLanguages, installedLanguages } from './languages.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const folders = {
  resourcesDir: testFolder({
    'ocr/deu.traineddata': '',
    'ocr/eng.traineddata': '',
    'ocr/x.txt': '',
  }),
  dataDir: testFolder({
    'ocr/por.traineddata': '',
    'ocr/eng.traineddata': '',
    'ocr/frk_old.traineddata': '',
    'ocr/osd.traineddata': '',
  }),
}

test('languages are those that came along and the person’s own, by name', () => {
  expect(installedLanguages(folders)).toEqual([
    { code: 'en', data: 'eng', name: 'English', origin: 'own' },
    { code: 'frk_old', data: 'frk_old', name: 'frk_old', origin: 'own' },
    { code: 'de', data: 'deu', name: 'German', origin: 'shipped' },
    { code: 'pt', data: 'por', name: 'Portuguese', origin: 'own' },
  ])
})

test.each([
  [[], []],
  [['de'], ['de']],
  [
    ['DEU', 'por'],
    ['de', 'pt'],
  ],
  [
    ['pt,en', 'eng'],
    ['pt', 'en'],
  ],
  [['frk_old'], ['frk_old']],
])('%j are the languages %j', (named, chosen) => {
  expect(chooseLanguages(folders, named)).toEqual(chosen)
})

test('a language that is not installed is refused with those that are, and nothing is started', async () => {
  const { dataDir, resourcesDir } = folders
  expect(() => chooseLanguages(folders, ['de', 'fr'])).toThrow(
    `There is no language data for “fr”. Installed: en (English), frk_old (frk_old), de (German), pt (Portuguese). To add one, put its .traineddata file into “${join(dataDir, 'ocr')}”.`,
  )
  const { app, call, codeOf } = await openTestApp(dataDir, { resourcesDir })
  const paths = [testFolder({ 'a.pdf': '1 page' })]
  expect(await codeOf('batch.create', { paths, languages: ['fr'] })).toBe('language_missing')
  expect(await call('batch.list', {})).toEqual([])
  await app.close()
})

test('reader and languages of a batch are frozen and keep its pages apart from others', async () => {
  const pool = stubPool()
  const asked: unknown[] = []
  const noting = stubPool({
    readPage(task) {
      asked.push(task.settings)
      return pool.readPage(task)
    },
  })
  const { app, call } = await openTestApp(folders.dataDir, {
    ...{ resourcesDir: folders.resourcesDir, pool: noting },
  })
  const paths = [testFolder({ 'a.pdf': '1 page' })]
  const options: Partial<Input<'batch.create'>>[] = [
    {},
    { reader: 'ocr', languages: ['deu'] },
    { languages: ['en,de'] },
  ]
  for (const option of options) {
    const { id } = await call('batch.create', { ...option, paths })
    await app.idle(id)
  }
  expect(asked).toEqual([
    { mode: 'auto', languages: [] },
    { mode: 'ocr', languages: ['de'] },
    { mode: 'auto', languages: ['en', 'de'] },
  ])
  await app.close()
})
