import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { templateSchema } from '../../workers/template.ts'
import { openDatabase } from './db/open.ts'
import { keepTemplateVersion } from './db/templateVersions.ts'
import { readTemplate } from './templates.ts'
import { templateText } from './templateText.ts'
import { killedCopy, openTestApp, testFolder } from './testing/testApp.ts'

const total = { name: 'total', label: 'Total', type: 'amount' }
const bill = { name: 'bill', title: 'Bill', fields: [total] }
const titled = (title: string) => ({ ...bill, title })
const fileOf = (folder: string, name: string) => join(folder, 'templates', `${name}.json`)

test('a saved template can be chosen at once, and after a restart', async () => {
  const folder = testFolder()
  const { app, call, events } = await openTestApp(folder)
  const saved = await call('template.save', { template: bill, replaces: null })
  expect(saved).toMatchObject({
    ...{ source: 'own', version: 1, template: { name: 'bill', version: 1 } },
    versions: [{ version: 1, savedAt: expect.stringMatching(/^2026-05-04T/), isCurrent: true }],
  })
  const listed = (await call('template.list', {})).find(({ name }) => name === 'bill')
  expect(listed).toMatchObject({ source: 'own', fieldCount: 1, tableCount: 0, version: 1 })
  const { templates } = await call('app.state', {})
  expect(templates.map(({ name }) => name)).toEqual(['invoice', 'receipt', 'bill'])
  expect(events.at(-1)).toMatchObject({
    name: 'templates.changed',
    payload: [{ name: 'invoice' }, { name: 'receipt' }, { name: 'bill' }],
  })
  const source = testFolder({ 'a.pdf': '1 page' })
  const batch = await call('batch.create', { paths: [source], template: 'bill' })
  expect(batch.template).toBe('bill')
  await app.idle(batch.id)
  await app.close()

  const again = await openTestApp(folder)
  expect(await again.call('template.get', { name: 'bill' })).toEqual(saved)
  await again.app.close()
})

test('every saving is a version, saving the same is none, and a batch keeps the one it began with', async () => {
  const { app, call } = await openTestApp(testFolder())
  await call('template.save', { template: bill, replaces: null })
  const source = testFolder({ 'a.pdf': '1 page' })
  const batch = await call('batch.create', { paths: [source], template: 'bill' })
  await app.idle(batch.id)
  expect(await call('batch.differences', { batchId: batch.id })).toEqual([])
  await call('template.save', { template: titled('Second'), replaces: 'bill' })
  const same = await call('template.save', {
    template: { ...titled('Second'), version: 7 },
    replaces: 'bill',
  })
  expect(same.versions.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ])
  const first = await call('template.get', { name: 'bill', version: 1 })
  expect(first).toMatchObject({ version: 1, template: { title: 'Bill', version: 1 } })
  expect(await call('batch.differences', { batchId: batch.id })).toMatchObject([
    { kind: 'template_changed', before: '1', now: '2' },
  ])
  await app.close()
})

test('a built-in template is never overwritten: one’s own takes its place, and gives it back', async () => {
  const { app, call, codeOf } = await openTestApp(testFolder())
  const { template, versions } = await call('template.get', { name: 'invoice' })
  expect(versions).toEqual([{ version: 1, savedAt: null, isCurrent: true }])
  const mine = { ...template, title: 'My invoice' }
  const saved = await call('template.save', { template: mine, replaces: 'invoice' })
  expect(saved).toMatchObject({ source: 'changed', version: 2 })
  expect(saved.versions.map(({ savedAt }) => savedAt === null)).toEqual([false, true])

  await call('template.remove', { name: 'invoice' })
  const back = await call('template.get', { name: 'invoice' })
  expect(back).toMatchObject({ source: 'built_in', version: 1, template: { title: 'Invoice' } })
  expect(await codeOf('template.remove', { name: 'invoice' })).toBe('invalid_input')
  const restored = await call('template.restore', { name: 'invoice' })
  expect(restored).toMatchObject({
    source: 'changed',
    version: 2,
    template: { title: 'My invoice' },
  })
  await app.close()
})

test('a removed template comes back as it was, and its numbers are not given again', async () => {
  const folder = testFolder()
  const { app, call, codeOf } = await openTestApp(folder)
  await call('template.save', { template: bill, replaces: null })
  await call('template.save', { template: titled('Second'), replaces: 'bill' })
  await call('template.remove', { name: 'bill' })
  expect(existsSync(fileOf(folder, 'bill'))).toBe(false)
  expect(await codeOf('template.get', { name: 'bill' })).toBe('no_template')
  expect(await codeOf('template.remove', { name: 'bill' })).toBe('no_template')
  expect(await codeOf('template.restore', { name: 'never' })).toBe('not_found')
  await app.close()

  const again = await openTestApp(folder)
  const restored = await again.call('template.restore', { name: 'bill' })
  expect(restored).toMatchObject({ version: 2, template: { title: 'Second' } })
  expect(await again.codeOf('template.restore', { name: 'bill' })).toBe('template_taken')
  await again.call('template.remove', { name: 'bill' })
  const anew = await again.call('template.save', { template: titled('Third'), replaces: null })
  expect(anew.versions.map(({ version }) => version)).toEqual([3, 2, 1])
  await again.app.close()
})

test('a name that is taken is refused, and another name takes the versions along', async () => {
  const folder = testFolder()
  const { app, call, codeOf } = await openTestApp(folder)
  await call('template.save', { template: bill, replaces: null })
  await call('template.save', { template: titled('Second'), replaces: 'bill' })
  expect(await codeOf('template.save', { template: bill, replaces: null })).toBe('template_taken')
  const ticket = { ...bill, name: 'invoice' }
  expect(await codeOf('template.save', { template: ticket, replaces: 'bill' })).toBe(
    'template_taken',
  )
  const { problems } = await call('template.check', { template: ticket, replaces: 'bill' })
  expect(problems).toEqual([
    { path: ['name'], sentence: expect.stringContaining('a template named “invoice” already') },
  ])
  expect(await call('template.check', { template: ticket })).toEqual({ problems: [] })

  const renamed = await call('template.save', {
    template: { ...titled('Second'), name: 'ticket' },
    replaces: 'bill',
  })
  expect(renamed).toMatchObject({ source: 'own', version: 3, template: { name: 'ticket' } })
  expect(renamed.versions.map(({ version }) => version)).toEqual([3, 2, 1])
  expect((await call('template.list', {})).map(({ name }) => name)).toEqual([
    ...['invoice', 'receipt', 'ticket'],
  ])
  expect(readdirSync(join(folder, 'templates'))).toEqual(['ticket.json'])
  await app.close()
})

test('a built-in one under another name is a new template', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { template } = await call('template.get', { name: 'invoice' })
  const saved = await call('template.save', {
    template: { ...template, name: 'credit_note' },
    replaces: 'invoice',
  })
  expect(saved).toMatchObject({ source: 'own', version: 1, versions: [{ version: 1 }] })
  expect(await call('template.get', { name: 'invoice' })).toMatchObject({ source: 'built_in' })
  await app.close()
})

test('two windows that save at once make two versions', async () => {
  const { app, call } = await openTestApp(testFolder())
  await call('template.save', { template: bill, replaces: null })
  await Promise.all(
    ['A', 'B', 'C'].map((title) =>
      call('template.save', { template: titled(title), replaces: 'bill' }),
    ),
  )
  const { versions, template } = await call('template.get', { name: 'bill' })
  expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1])
  expect(template.title).toBe('C')
  await app.close()
})

test('a file that a person put there is read, saved over, and remembered', async () => {
  const entities = JSON.stringify({ named_entities: { totalSum: { type: 'money' } } })
  const folder = testFolder({ 'templates/Mein Beleg.json': entities, 'templates/slip.json': '{' })
  const { app, call } = await openTestApp(folder)
  const { template, source, versions } = await call('template.get', { name: 'mein_beleg' })
  expect(source).toBe('own')
  expect(versions).toEqual([{ version: 1, savedAt: expect.any(String), isCurrent: true }])
  const saved = { ...template, title: 'Beleg' }
  await call('template.save', { template: saved, replaces: 'mein_beleg' })
  expect(readTemplate(fileOf(folder, 'Mein Beleg'))).toMatchObject({ title: 'Beleg', version: 2 })
  const before = await call('template.get', { name: 'mein_beleg', version: 1 })
  expect(before.template.title).toBe('Mein Beleg')
  // A file with a slip in it is no template for now, and still not ours to overwrite.
  await call('template.save', { template: { ...bill, name: 'slip' }, replaces: null })
  expect(readFileSync(fileOf(folder, 'slip'), 'utf8')).toBe('{')
  expect(existsSync(fileOf(folder, 'slip-2'))).toBe(true)
  await app.close()
})

test('a change by hand is a version of its own after a restart', async () => {
  const folder = testFolder()
  const first = await openTestApp(folder)
  await first.call('template.save', { template: bill, replaces: null })
  await first.call('template.save', { template: titled('Second'), replaces: 'bill' })
  await first.app.close()
  writeFileSync(fileOf(folder, 'bill'), JSON.stringify({ ...titled('By hand'), version: 2 }))
  const second = await openTestApp(folder)
  const { version, template, versions } = await second.call('template.get', { name: 'bill' })
  expect([version, template.title]).toEqual([3, 'By hand'])
  expect(versions.map((one) => one.version)).toEqual([3, 2, 1])
  await second.app.close()

  // An older file put back is that older version again.
  writeFileSync(fileOf(folder, 'bill'), JSON.stringify({ ...bill, version: 1 }))
  const third = await openTestApp(folder)
  expect(await third.call('template.get', { name: 'bill' })).toMatchObject({ version: 1 })
  await third.app.close()
})

test('a change by hand while the program runs is remembered before it is written over', async () => {
  const folder = testFolder()
  const { app, call } = await openTestApp(folder)
  await call('template.save', { template: bill, replaces: null })
  writeFileSync(fileOf(folder, 'bill'), JSON.stringify({ ...titled('By hand'), version: 1 }))
  const saved = await call('template.save', { template: titled('Third'), replaces: 'bill' })
  expect(saved.versions.map(({ version }) => version)).toEqual([3, 2, 1])
  const byHand = await call('template.get', { name: 'bill', version: 2 })
  expect(byHand.template.title).toBe('By hand')
  await app.close()
})

test('what an editor leaves empty is no version of its own, now or after a restart', async () => {
  const folder = testFolder()
  const { app, call } = await openTestApp(folder)
  const labels = { de: ['Summe'], en: [] }
  const where = { pages: 'any', box: null }
  const fields = [
    { ...total, labels, where },
    { ...total, name: 'net', labels: { de: [] } },
  ]
  const saved = await call('template.save', { template: { ...bill, fields }, replaces: null })
  expect(saved.template.fields.map((field) => [field.labels, field.where])).toEqual([
    [{ de: ['Summe'] }, null],
    [[], null],
  ])
  const again = { ...saved.template, fields }
  expect(await call('template.save', { template: again, replaces: 'bill' })).toEqual(saved)
  await app.close()
  const second = await openTestApp(folder)
  expect(await second.call('template.get', { name: 'bill' })).toEqual(saved)
  await second.app.close()
})

test('a restart in the middle of a saving finds the old or the new one, and loses neither', async () => {
  const folder = testFolder()
  const { app, call } = await openTestApp(folder)
  await call('template.save', { template: bill, replaces: null })
  await app.close()

  // Killed after the file was written and before it was remembered.
  const written = killedCopy(folder)
  const second = templateSchema.parse({ ...titled('Second'), version: 2 })
  writeFileSync(fileOf(written, 'bill'), templateText(second))
  const afterFile = await openTestApp(written)
  expect(await afterFile.call('template.get', { name: 'bill' })).toMatchObject({
    ...{ version: 2, template: { title: 'Second' } },
    versions: [{ version: 2, isCurrent: true }, { version: 1 }],
  })
  await afterFile.app.close()

  // Killed after what was there had been remembered, with the folder of the half-written file left behind.
  const begun = killedCopy(folder)
  const db = openDatabase(join(begun, 'sheaf.db'))
  keepTemplateVersion(db, templateSchema.parse({ ...bill, version: 1 }), '2026-05-04')
  db.close()
  const beforeFile = await openTestApp(begun)
  expect(await beforeFile.call('template.get', { name: 'bill' })).toMatchObject({
    ...{ version: 1, template: { title: 'Bill' }, versions: [{ version: 1 }] },
  })
  await beforeFile.app.close()
})

test('a database from a backup costs no template, and goes on counting above what it knows', async () => {
  const folder = testFolder()
  const first = await openTestApp(folder)
  await first.call('template.save', { template: bill, replaces: null })
  await first.app.close()
  const backup = readFileSync(join(folder, 'sheaf.db'))
  const second = await openTestApp(folder)
  for (const title of ['Second', 'Third'])
    await second.call('template.save', { template: titled(title), replaces: 'bill' })
  await second.call('template.save', { template: { ...bill, name: 'later' }, replaces: null })
  await second.app.close()

  for (const end of ['-wal', '-shm']) rmSync(join(folder, `sheaf.db${end}`), { force: true })
  writeFileSync(join(folder, 'sheaf.db'), backup)
  const restored = await openTestApp(folder)
  const { version, template, versions } = await restored.call('template.get', { name: 'bill' })
  expect([version, template.title]).toEqual([3, 'Third'])
  expect(versions.map((one) => one.version)).toEqual([3, 1])
  expect(await restored.call('template.get', { name: 'later' })).toMatchObject({ version: 1 })
  const next = await restored.call('template.save', { template: titled('4'), replaces: 'bill' })
  expect(next.version).toBe(4)
  await restored.app.close()
})

test('a folder that cannot be written costs nothing that was there', async () => {
  const folder = testFolder({ templates: 'a file where the folder should be' })
  const { app, codeOf, call } = await openTestApp(folder)
  const asked = { template: bill, replaces: null }
  expect(await codeOf('template.save', asked)).toBe('output_locked')
  expect(await codeOf('template.get', { name: 'bill' })).toBe('no_template')
  rmSync(join(folder, 'templates'))
  expect(await call('template.save', { template: bill, replaces: null })).toMatchObject({
    version: 1,
  })
  await app.close()
})

test.each(['invoice', 'receipt', 'statement', 'purchase_order', 'form'])(
  'a file that is written says the same: %s',
  (name) => {
    const shipped = new URL(`../../resources/templates/${name}.json`, import.meta.url)
    const template = readTemplate(fileURLToPath(shipped))
    const written = join(testFolder({ 'a.json': templateText(template) }), 'a.json')
    expect(readTemplate(written)).toEqual(template)
  },
)
