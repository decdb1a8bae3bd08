import { createHmac } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startReceiver } from '../core/testing/receiver.ts'
import { stubPool } from '../core/testing/stubPool.ts'
import { openTestApp, testFolder } from '../core/testing/testApp.ts'
import { runCli } from './runCli.ts'

/** Runs command lines on one data folder and keeps what they said. */
function cli(dataDir = testFolder()) {
  return async function run(...args: string[]) {
    const out: string[] = []
    const err: string[] = []
    const status = await runCli(args, {
      terminal: {
        answer: (line) => out.push(line),
        say: (line) => err.push(line),
        draw: () => {},
        isTerminal: false,
        columns: 80,
        onInterrupt: () => () => {},
      },
      version: '1.2.3',
      from: dataDir,
      open: async ({ goOn }) =>
        (
          await openTestApp(dataDir, {
            ...{ pool: stubPool(), goOn },
            hookLimits: { pausesMs: [1, 1], postMs: 300 },
          })
        ).app,
      restore: () => ({ setAside: '', copy: null }),
      other: () => null,
      showOther: async () => {},
      show: async () => {},
      serve: async () => ({ url: 'http://127.0.0.1:1/?token=x', close: async () => {} }),
    })
    return {
      status,
      out: out.join('\n'),
      err: err.join('\n'),
      json: () => JSON.parse(out.join('\n')),
    }
  }
}

test('batches come piece by piece, and what comes in between makes nothing appear twice', async () => {
  const run = cli()
  const source = testFolder({ '1.pdf': '1 page' })
  for (const name of ['a', 'b', 'c']) await run('extract', source, '--name', name)
  const first = await run('list', '--limit', '2', '--json')
  expect(first.json().batches.map(({ name }: { name: string }) => name)).toEqual(['c', 'b'])
  const cursor = first.json().next_cursor
  expect(first.err).toBe(`There are more: npm start -- list --cursor ${cursor}`)
  await run('extract', source, '--name', 'd')
  const second = await run('list', '--limit', '2', '--cursor', cursor, '--json')
  expect(second.json()).toMatchObject({ batches: [{ name: 'a' }], next_cursor: null })
  expect((await run('list')).out).toMatch(/^BATCH .*\n\S+ +completed .* d\n/)
  expect(await run('list', '--cursor', 'nonsense')).toMatchObject({ status: 1, out: '' })
})

test('the documents of a batch come piece by piece, and one is shown with confidence, page and box', async () => {
  const run = cli()
  await run('extract', testFolder({ '1.pdf': '1 page', '2\n.pdf': '1 page review', '3.pdf': '' }))
  const first = (await run('list', 'latest', '--limit', '2', '--json')).json()
  expect(first.documents).toHaveLength(2)
  const rest = (
    await run('list', 'latest', '--limit', '2', '--cursor', first.next_cursor, '--json')
  ).json()
  expect(rest).toMatchObject({
    documents: [{ filename: '3.pdf', status: 'failed' }],
    next_cursor: null,
  })
  const all = await run('list', 'latest')
  expect(all.out.split('\n')).toHaveLength(4)
  expect(all.out).toContain('3     -')
  expect(await run('list', 'latest', '--cursor', 'x')).toMatchObject({ status: 1 })

  const id = first.documents[0].documentId
  const shown = await run('show', id)
  expect(shown.out).toContain(`document ${id} completed\n`)
  expect(shown.out).toMatch(/\nFIELD +VALUE +SURE +STATE +PAGE +BOX\n/)
  const view = (await run('show', id, '--json')).json()
  const field = view.fields.find((one: { provenance: unknown }) => one.provenance)
  const box = field.provenance.box.map((edge: number) => edge.toFixed(1)).join(',')
  expect(shown.out).toMatch(new RegExp(`${field.name} .* ${field.provenance.page} +${box}`))
  expect(await run('show', 'nothing')).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('[not_found]') },
  })
})

test('every command answers as JSON: a batch with its outputs, failures and accounting', async () => {
  const run = cli()
  const source = testFolder({ '1.pdf': '2 pages', '2.pdf': '' })
  const extracted = await run('extract', source, '-o', 'a.json', '-o', 'b.json', '--json')
  expect(extracted.status).toBe(2)
  expect(extracted.json()).toMatchObject({
    batch: { outcome: 'partial_failed', counts: { completed: 1, failed: 1 } },
    outputs: [
      { path: expect.stringMatching(/a\.json$/) },
      { path: expect.stringMatching(/b\.json$/) },
    ],
    ...{ outputFailures: [], hooks: [], missing: [], pagesReadNow: 2 },
    ledger: { isProven: true },
    problems: [{ filename: '2.pdf', error: { code: 'file_empty' } }],
  })
  expect((await run('resume', '--json')).json()).toEqual([])
  expect((await run('retry', 'latest', '--json')).json()).toMatchObject({ batch: { items: 2 } })
  expect((await run('change', 'latest', '--name', 'May', '--json')).json().name).toBe('May')
  expect((await run('export', 'latest', '-o', 'c.json', '--json')).json()).toMatchObject([
    { format: 'json', documents: 1 },
  ])
  expect((await run('repeat', '1', '--json')).json()).toMatchObject({ format: 'json' })
  expect((await run('cancel', 'latest', '--json')).json().outcome).toBe('partial_failed')
  expect((await run('delete', 'latest', '--json')).json()).toMatchObject({ purged: false })
  const { id } = extracted.json().batch
  expect((await run('restore', id, '--json')).json()).toMatchObject({ id, deletedAt: null })
  expect((await run('status', 'nothing', '--json')).json()).toMatchObject({
    error: { code: 'usage', message: expect.stringContaining('There is no batch') },
  })
  expect((await run('extract', '/nowhere', '--json')).json()).toMatchObject({
    error: { code: 'folder_not_found' },
  })
})

test('what happens after every batch happens after one of the command line, too', async () => {
  const dataDir = testFolder()
  const { url, received, close } = await startReceiver([500, 200])
  const { app, call } = await openTestApp(dataDir)
  await call('hook.add', { hook: { kind: 'post', url } })
  await app.close()
  const { out, status } = await cli(dataDir)('extract', testFolder({ '1.pdf': '1 page' }))
  expect(status).toBe(0)
  expect(out).toContain(`\nhook delivered ${url}`)
  expect(received).toHaveLength(2)
  await close()
})

test('what happens after a batch is told of every file that was written of it, and they are there', async () => {
  const dataDir = testFolder()
  const folder = testFolder()
  const { url, received, close } = await startReceiver([200])
  const run = cli(dataDir)
  await run('hooks', 'add', url)
  const script = `
    const asked = JSON.parse(require('node:fs').readFileSync(0, 'utf8')).export_paths
    console.log(asked.filter((path) => require('node:fs').existsSync(path)).length)`
  await run('hooks', 'add', '--', process.execPath, '-e', script)
  const outputs = ['a.json', 'b.csv', 'c.jsonl'].map((name) => join(folder, name))
  const named = outputs.flatMap((path) => ['--out', path])
  const source = testFolder({ '1.pdf': '1 page' })
  const extracted = await run('extract', source, ...named, '--json')
  expect(extracted.status).toBe(0)
  const paths: string[] = JSON.parse(received[0]?.body ?? '{}').export_paths
  expect(paths).toEqual(expect.arrayContaining(outputs))
  expect(paths[0]).toBe(outputs[0])
  const told = extracted.json().hooks.find(({ kind }: { kind: string }) => kind === 'run')
  expect(told).toMatchObject({ state: 'delivered', output: `${paths.length}` })
  await close()
})

test('hooks are added, tried, switched off and taken away from the command line', async () => {
  const run = cli()
  const { url, received, close } = await startReceiver([200])
  const secret = join(testFolder({ secret: 'Geheimnis\nnot this' }), 'secret')
  expect((await run('hooks')).out).toBe('Nothing happens after a batch.')
  const added = await run('hooks', 'add', url, '--secret-file', secret, '--json')
  expect(added.json()).toMatchObject({ id: 1, kind: 'post', hasSecret: true, place: 'loopback' })
  expect(await run('hooks', 'test', '1')).toMatchObject({ status: 0, out: `hook delivered ${url}` })
  const { headers, body } = received[0] as (typeof received)[number]
  expect(headers['x-sheaf-signature']).toBe(
    `sha256=${createHmac('sha256', 'Geheimnis').update(body).digest('hex')}`,
  )
  const failing = ['-e', "console.log('why'); process.exitCode = 1"]
  expect(await run('hooks', 'add', '--', process.execPath, ...failing)).toMatchObject({ status: 0 })
  const failed = await run('hooks', 'test', '2')
  expect(failed).toMatchObject({ status: 3, out: expect.stringContaining('command_failed') })
  expect(failed.out).toMatch(/\nwhy$/)

  const elsewhere = await run('hooks', 'add', 'http://203.0.113.7/')
  expect(elsewhere).toMatchObject({ status: 1, err: expect.stringContaining('--leaves-machine') })
  expect((await run('hooks', 'off', '2')).out).toMatch(/\n2 +off +run +- +command_failed /)
  expect((await run('hooks', 'remove', '2')).out).toBe('removed 2')
  expect(await run('hooks', 'remove', '2')).toMatchObject({ status: 1 })
  expect((await run('hooks', '--json')).json()).toHaveLength(1)
  await close()
})

const lease = {
  ...{ name: 'lease', version: 1, title: 'Lease' },
  fields: [{ name: 'tenant', label: 'Tenant', type: 'name', labels: ['Tenant'] }],
}

test('templates are shown, checked and taken in', async () => {
  const folder = testFolder({
    'lease.json': JSON.stringify(lease),
    'bad.json': JSON.stringify({ ...lease, fields: [...lease.fields, ...lease.fields] }),
    'none.json': 'nothing',
  })
  const run = cli()
  const file = (name: string) => join(folder, name)
  expect(await run('templates', 'check', file('lease.json'))).toMatchObject({
    ...{ status: 0, out: `good ${file('lease.json')}` },
  })
  const bad = await run('templates', 'check', file('bad.json'))
  expect(bad.status).toBe(3)
  expect(bad.out).toMatch(/^problem fields\.1/)
  expect(
    (await run('templates', 'check', file('none.json'), '--json')).json().problems,
  ).toHaveLength(1)
  expect(await run('templates', 'check', file('missing.json'))).toMatchObject({ status: 1 })

  expect((await run('templates', 'import', file('lease.json'))).out).toBe(
    'imported lease version 1',
  )
  expect((await run('templates')).out).toMatch(/^lease +version 1/m)
  expect(JSON.parse((await run('templates', 'show', 'lease')).out)).toMatchObject({ name: 'lease' })
  const again = await run('templates', 'import', file('lease.json'))
  expect(again).toMatchObject({ status: 1, err: expect.stringContaining('[template_taken]') })
  writeFileSync(file('lease.json'), JSON.stringify({ ...lease, title: 'Rent' }))
  expect((await run('templates', 'import', file('lease.json'), '--replace')).out).toBe(
    'imported lease version 2',
  )
  expect(await run('templates', 'import', file('bad.json'))).toMatchObject({ status: 3 })
})

test('layouts are taken in, shown, given out, inferred from another program’s CSV, used and taken away', async () => {
  const dataDir = testFolder()
  const folder = testFolder({
    'booking.json': JSON.stringify({
      name: 'Booking',
      columns: [{ source: { kind: 'field', name: 'invoice_number' }, header: 'Beleg' }],
    }),
    'bad.json': JSON.stringify({ name: 'Bad', columns: [] }),
    'sample.csv': 'Invoice number;Whatever\r\n"A-7";x\r\n',
    '1.pdf': '1 page A-1',
  })
  const run = cli(dataDir)
  const file = (name: string) => join(folder, name)
  expect((await run('layouts')).out).toBe('No column layout was saved yet.')
  expect((await run('layouts', 'import', file('booking.json'))).out).toBe('imported Booking')
  expect(await run('layouts', 'import', file('booking.json'))).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('[layout_taken]') },
  })
  expect(await run('layouts', 'import', file('booking.json'), '--replace')).toMatchObject({
    ...{ status: 0 },
  })
  expect(await run('layouts', 'import', file('bad.json'))).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('[layout_invalid]') },
  })
  expect((await run('layouts')).out).toMatch(/^HAS .*\n1 column +a row a document .* Booking$/)
  expect((await run('layouts', '--json')).json()).toMatchObject([{ layout: { name: 'Booking' } }])
  const shown = await run('layouts', 'show', 'Booking')
  expect((await run('layouts', 'show', 'booking', '--json')).json()).toEqual(JSON.parse(shown.out))
  expect(await run('layouts', 'show', 'Other')).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('Known layouts: Booking. [no_layout]') },
  })

  const out = file('out.json')
  expect((await run('layouts', 'export', 'Booking', out)).out).toBe(`output ${out}`)
  expect(readFileSync(out, 'utf8')).toBe(`${shown.out}\n`)
  expect(await run('layouts', 'export', 'Booking', out)).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('--replace writes over it.') },
  })
  expect(await run('layouts', 'export', 'Booking', out, '--replace')).toMatchObject({ status: 0 })

  const inferred = await run('layouts', 'infer', file('sample.csv'))
  expect(inferred.err).toContain('Nobody knows “Whatever”')
  expect(JSON.parse(inferred.out)).toMatchObject({
    name: 'sample',
    columns: [{ source: { kind: 'field', name: 'invoice_number' } }, { header: 'Whatever' }],
  })
  expect((await run('layouts', 'infer', file('sample.csv'), '--json')).json()).toMatchObject({
    ...{ unmatched: [1], separator: ';' },
  })
  await run('layouts', 'infer', file('sample.csv'), file('s.json'))
  await run('layouts', 'import', file('s.json'))
  const named = ['--layout', 'sample', '--out', file('r.csv')]
  expect(await run('extract', file('1.pdf'), ...named)).toMatchObject({ status: 0 })
  expect(await run('layouts', 'infer', file('none.csv'))).toMatchObject({ status: 1 })

  expect((await run('layouts', 'remove', 'sample')).out).toBe('removed sample')
  expect(await run('layouts', 'remove', 'sample')).toMatchObject({ status: 1 })
})

test('a template is tried on documents that were read, of a batch or from a folder; nothing is read', async () => {
  const dataDir = testFolder()
  const run = cli(dataDir)
  const source = testFolder({ '1.pdf': '1 page', 'in/2.pdf': '1 page two' })
  await run('extract', source)
  const tried = await run('templates', 'test', 'invoice', 'latest')
  expect(tried.status).toBe(0)
  expect(tried.out).toMatch(/^FILE +FIELD +VALUE +SURE +PAGE +SAVED\n/)
  expect(tried.out).toMatch(/^1\.pdf +grand_total /m)
  expect(tried.out).toMatch(/\ndocuments 2, 0 could not be tried\nvalues \d+ of \d+ found/)
  const inside = (await run('templates', 'test', 'invoice', join(source, 'in'), '--json')).json()
  expect(inside).toMatchObject({ tried: 1, failed: 0, documents: [{ filename: '2.pdf' }] })
  const draft = join(testFolder({ 'l.json': JSON.stringify(lease) }), 'l.json')
  expect(
    (await run('templates', 'test', draft, 'latest', '--limit', '1', '--json')).json(),
  ).toMatchObject({
    ...{ tried: 1, documents: [{ fields: expect.anything() }] },
  })
  expect(await run('templates', 'test', 'invoice', '/nowhere')).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('was read yet') },
  })
  expect(await run('templates', 'test', 'nothing', 'latest')).toMatchObject({ status: 1 })
  expect(readFileSync(join(dataDir, 'logs', 'sheaf.log'), 'utf8')).not.toContain('command.failed')
})
