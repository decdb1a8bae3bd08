import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeExport } from '../../workers/export/writeExport.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const source = testFolder({ '1.pdf': '3 pages A-1', '2.pdf': '1 page A-2 review', '3.pdf': '' })

const booking = {
  name: 'Booking',
  columns: [
    { source: { kind: 'field', name: 'invoice_number' }, header: 'Beleg' },
    {
      source: { kind: 'field', name: 'grand_total' },
      header: 'Betrag',
      number: { decimals: 2, mark: ',' },
    },
    { source: { kind: 'constant', text: '0700' }, header: 'Konto' },
  ],
}

/** The app with a pool that writes exports as they are. */
async function opened(dataDir = testFolder()) {
  const pool = stubPool({ writeExport: (task) => writeExport(task) })
  const desk = await openTestApp(dataDir, { pool })
  const read = async (paths = [source]) => {
    const { id } = await desk.call('batch.create', { paths })
    await desk.app.idle(id)
    return id
  }
  const refusalOf = async (name: string, input: unknown) => {
    const result = await desk.app.dispatch(name, input)
    return result.ok ? 'ok' : `${result.error.code} ${result.error.message}`
  }
  return { ...desk, read, refusalOf }
}

test('a layout is kept over a restart, renamed, copied and taken away', async () => {
  const dataDir = testFolder()
  const first = await opened(dataDir)
  await first.call('layout.save', { layout: booking, replaces: null })
  await first.app.close()
  const { app, call, codeOf } = await opened(dataDir)
  expect(await call('layout.list', {})).toMatchObject([{ layout: booking }])
  expect(await codeOf('layout.save', { layout: booking, replaces: null })).toBe('layout_taken')
  const other = { ...booking, name: 'booking' }
  expect(await codeOf('layout.save', { layout: other, replaces: null })).toBe('layout_taken')
  const renamed = { ...booking, name: 'Monthly' }
  await call('layout.save', { layout: renamed, replaces: 'Booking' })
  const copy = await call('layout.duplicate', { name: 'monthly' })
  expect(copy.layout.name).toBe('Monthly (copy)')
  // The one that was to be replaced stays where the new name is another one’s.
  const taken = { layout: { ...booking, name: 'Monthly' }, replaces: 'Monthly (copy)' }
  expect(await codeOf('layout.save', taken)).toBe('layout_taken')
  expect((await call('layout.list', {})).map(({ layout }) => layout.name)).toEqual([
    ...['Monthly', 'Monthly (copy)'],
  ])
  await call('layout.remove', { name: 'Monthly' })
  expect(await codeOf('layout.remove', { name: 'Monthly' })).toBe('not_found')
  await app.close()
})

test('an export keeps its layout as it was, and a repeat writes the same', async () => {
  const { app, call, read } = await opened()
  const batchId = await read()
  await call('layout.save', { layout: booking, replaces: null })
  const path = join(testFolder(), 'r.csv')
  const written = await call('export.write', { batchId, path, layout: 'Booking' })
  const text = readFileSync(path, 'utf8')
  expect(text).toBe('Beleg,Betrag,Konto\r\nA-1,"119,00",0700\r\nA-2,"119,00",0700\r\n')
  await call('layout.save', {
    layout: { ...booking, columns: booking.columns.slice(1) },
    replaces: 'Booking',
  })
  await call('layout.remove', { name: 'Booking' })
  writeFileSync(path, 'changed')
  const again = await call('export.repeat', { exportId: written.id })
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(again.sha256).toBe(written.sha256)
  const [line] = await call('export.list', { batchId })
  expect(line?.options.layout).toMatchObject({ name: 'Booking' })
  await app.close()
})

test('a batch writes its own export with the layout that it was started with', async () => {
  const { app, call } = await opened()
  await call('layout.save', { layout: booking, replaces: null })
  const output = join(testFolder(), 'own.csv')
  const exportOptions = { layout: 'Booking' }
  const { id } = await call('batch.create', { paths: [source], output, exportOptions })
  await call('layout.remove', { name: 'Booking' })
  expect(await app.idle(id)).toMatchObject({ error: null })
  expect(readFileSync(output, 'utf8').split('\r\n')[0]).toBe('Beleg,Betrag,Konto')
  await app.close()
})

test('a layout from a file; and each that cannot be used has its sentence', async () => {
  const { app, call, read, refusalOf } = await opened()
  const batchId = await read()
  const folder = testFolder({
    'good.json': `\ufeff${JSON.stringify(booking)}`,
    'text.json': 'no json',
    'none.json': '{"name": "x", "columns": []}',
  })
  const path = join(folder, 'r.csv')
  await call('export.write', { batchId, path, layout: join(folder, 'good.json') })
  expect(readFileSync(path, 'utf8')).toContain('Beleg,Betrag,Konto')

  const wrong = (layout: unknown, to = path) =>
    refusalOf('export.write', { batchId, path: to, layout })
  const column = (more: object) => ({ name: 'x', columns: [{ ...booking.columns[0], ...more }] })
  expect(await wrong('Nobody')).toBe(
    'no_layout There is no column layout named “Nobody”. Known layouts: none yet.',
  )
  expect(await wrong(join(folder, 'gone.json'))).toContain('there is no such file')
  expect(await wrong(join(folder, 'text.json'))).toContain('it is not JSON')
  expect(await wrong(join(folder, 'none.json'))).toBe(
    'layout_invalid The column layout “none.json” cannot be used: it has no columns. Add at least one.',
  )
  expect(await wrong({})).toContain('it has no name')
  expect(await wrong(column({ date: 'TT.MM.JJJJ' }))).toContain(
    'column 1 (“Beleg”) has the unknown date format “TT.MM.JJJJ”: a date is written with dd, MM and yyyy',
  )
  expect(await wrong(column({ number: { mark: ',', thousands: ',' } }))).toContain(
    'decimals and thousands need different marks',
  )
  expect(await wrong(column({ source: { kind: 'field', name: 'grand_totl' } }))).toContain(
    'shows “grand_totl”, but no template has a field of that name',
  )
  expect(await wrong(column({ source: { kind: 'property', name: 'colour' } }))).toContain(
    'shows “colour”, which is nothing that is known of a document',
  )
  expect(await wrong(column({ source: { kind: 'item', name: 'description' } }))).toContain(
    'but each row is a document',
  )
  expect(await wrong(booking, path.replace('csv', 'json'))).toContain(
    'it arranges columns of .xlsx and .csv, and “.json” has none',
  )
  const output = join(folder, 'o.jsonl')
  const exportOptions = { layout: booking }
  const create = { paths: [source], output, exportOptions }
  expect(await refusalOf('batch.create', create)).toContain('layout_invalid')
  const types = { ...create, output: join(folder, 'o.csv'), kind: 'classify' }
  expect(await refusalOf('batch.create', types)).toContain('a batch of this kind has none')
  expect(await call('batch.list', {})).toHaveLength(1)
  await app.close()
})

test('a preview shows the rows that an export would have, and says what may not be meant', async () => {
  const { app, call, read } = await opened()
  const batchId = await read()
  const layout = {
    name: 'x',
    columns: [
      ...booking.columns,
      { source: { kind: 'field', name: 'invoice_number' }, header: 'Beleg', sign: 'negated' },
      { source: { kind: 'property', name: 'filename' } },
    ],
  }
  const shown = await call('layout.preview', { batchId, layout, rows: 1 })
  expect(shown.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['A-1', '119,00', '0700', 'A-1', '1.pdf'],
  ])
  expect(shown).toMatchObject({ problems: [], isCut: true })
  expect(shown.warnings.map(({ path, sentence }) => `${path.at(-1)} ${sentence}`)).toEqual([
    '3 column 4 (“Beleg”) has the same header as column 1.',
    '3 column 4 (“Beleg”) is no number: its number format and sign change nothing.',
    '4 column 5 has nothing above it.',
  ])
  const marked = await call('layout.preview', { batchId, layout })
  expect(marked.rows[1]?.map(({ isMarked }) => isMarked)).toEqual([
    ...[false, true, false, false, false],
  ])
  expect(marked.isCut).toBe(false)
  const none = await call('layout.preview', { batchId, layout: { name: 'x', columns: [] } })
  expect(none.problems).toEqual([
    { path: ['columns'], sentence: 'it has no columns. Add at least one.' },
  ])
  const sources = await call('layout.sources', { batchId })
  expect(sources.fields.map(({ name, isHere }) => `${name} ${isHere}`)).toEqual([
    ...['invoice_number true', 'grand_total true'],
  ])
  expect(sources.items.map(({ name }) => name)).toEqual(['description'])
  await app.close()
})

test('a sample of another program becomes a draft of what the batch has', async () => {
  const { app, call, read, codeOf } = await opened()
  const batchId = await read()
  const text = 'Kostenstelle;Invoice number;Total\r\n;4711;1.234,50\r\n'
  const bytes = Buffer.from(`\ufeff${text}`).toString('base64')
  const found = await call('layout.fromHeader', { batchId, filename: 'DATEV März.csv', bytes })
  expect(found).toMatchObject({
    ...{ unmatched: [0], separator: ';', notes: [] },
    layout: {
      ...{ name: 'DATEV März', rows: 'documents', header: true },
      columns: [
        { header: 'Kostenstelle', source: { kind: 'constant', text: '' } },
        { header: 'Invoice number', source: { kind: 'field', name: 'invoice_number' } },
        { header: 'Total', source: { name: 'grand_total' }, number: { decimals: 2, mark: ',' } },
      ],
    },
  })
  await call('layout.save', { layout: found.layout, replaces: null })
  const workbook = Buffer.from('PK\u0003\u0004').toString('base64')
  const odd = { batchId: null, filename: 'x.xlsx', bytes: workbook }
  expect(await codeOf('layout.fromHeader', odd)).toBe('layout_invalid')
  await app.close()
})
