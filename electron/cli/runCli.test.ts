import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { writeExport } from '../../workers/export/writeExport.ts'
import { addressOf, keepAddress } from '../core/address.ts'
import type { Pool } from '../core/pool.ts'
import { restoreCopy } from '../core/restoreCopy.ts'
import { createGate } from '../core/testing/gate.ts'
import { stubPage, stubPool } from '../core/testing/stubPool.ts'
import { openTestApp, testFolder } from '../core/testing/testApp.ts'
import { runCli } from './runCli.ts'

const good = { '1.pdf': '2 pages one', '2.pdf': '1 page two review' }

/** Runs command lines on one data folder and keeps what they said. */
function cli(dataDir = testFolder(), pool: () => Pool = stubPool) {
  let interrupt = () => {}
  const shown: string[] = []
  async function run(...args: string[]) {
    const out: string[] = []
    const err: string[] = []
    const status = await runCli(args, {
      terminal: {
        answer: (line) => out.push(line),
        say: (line) => err.push(line),
        draw: () => {},
        isTerminal: false,
        columns: 80,
        onInterrupt(interrupted) {
          interrupt = interrupted
          return () => {}
        },
      },
      version: '1.2.3',
      from: dataDir,
      open: async ({ goOn }) => (await openTestApp(dataDir, { pool: pool(), goOn })).app,
      restore: () => restoreCopy(dataDir, new Date(Date.UTC(2026, 4, 4))),
      other: () => addressOf(dataDir),
      showOther: async (link) => void shown.push(link),
      show: async () => {},
      serve: async () => ({ url: 'http://127.0.0.1:1/?token=x', close: async () => {} }),
    })
    return { status, out: out.join('\n'), err: err.join('\n') }
  }
  return { run, interrupt: () => interrupt(), dataDir, shown }
}

test('all files read: status 0, and the results are where they were asked for', async () => {
  const { run, dataDir } = cli()
  const { status, out } = await run('extract', testFolder(good), '--out', 'r.json', '-o', 's.json')
  expect(status).toBe(0)
  expect(out).toMatch(/^batch 260504-[0-9a-f]{4} completed\ncompleted 1\nneeds_review 1\n/)
  expect(out).toContain('pages 3, read now 3, kept from before 0')
  expect(out).toContain(`output ${join(dataDir, 'r.json')}\noutput ${join(dataDir, 's.json')}`)
  for (const name of ['r.json', 's.json'])
    expect(JSON.parse(readFileSync(join(dataDir, name), 'utf8'))).toHaveLength(2)
})

test('reading alone reports and exits like extracting, and writes words', async () => {
  const { run, dataDir } = cli()
  const source = testFolder({ ...good, '3.pdf': '' })
  const { status, out } = await run('read', source, '--out', 'p.json', '-o', 'p.md')
  expect(status).toBe(2)
  expect(out).toMatch(/^batch \S+ partial_failed\ncompleted 2\nfailed 1\npages 3, read now 3,/)
  expect(out).toContain(`output ${join(dataDir, 'p.json')}\noutput ${join(dataDir, 'p.md')}`)
  expect(out).toContain('problem failed file_empty')
  expect(JSON.parse(readFileSync(join(dataDir, 'p.json'), 'utf8'))).toHaveLength(3)
  const extracted = await run('extract', source)
  expect(extracted.out).toContain('pages 3, read now 0, kept from before 3')
})

test('some files failed: status 2, each with its code and sentence', async () => {
  const { run } = cli()
  const source = testFolder({ ...good, '3.pdf': '', '4.pdf': 'file_encrypted', 'a.txt': 'x' })
  const { status, out } = await run('extract', source)
  expect(status).toBe(2)
  const problems = out.split('\n').filter((line) => line.startsWith('problem'))
  expect(problems).toEqual([
    `problem failed file_empty ${source}/3.pdf “3.pdf” is empty (0 bytes). Scan or save it again, then retry.`,
    expect.stringContaining(`problem failed file_encrypted ${source}/4.pdf “4.pdf” is locked`),
    expect.stringContaining(`problem skipped unsupported_type ${source}/a.txt “a.txt” is not`),
  ])
})

test('all files failed: status 3', async () => {
  const { run } = cli()
  const { status } = await run('extract', testFolder({ '3.pdf': '', 'a.txt': 'x' }))
  expect(status).toBe(3)
})

test('every page is accounted for at the end and by status, a missing one with its reason', async () => {
  const pool = stubPool({
    async readPage(task) {
      if (task.page === 2) throw new AppError('page_timeout', { seconds: 120 })
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { run } = cli(testFolder(), () => pool)
  const source = testFolder({ '1.pdf': '4 pages', '2.pdf': '1 page', '3.pdf': '' })
  const ledger = [
    'ledger files 3: 2 read (1 with a page missing), 1 failed (file_empty 1), 0 skipped, 0 not yet',
    'ledger pages 5: 4 read (text_layer 4), 1 failed (page_timeout 1), 0 skipped, 0 not yet; pages of 1 file not known',
    `problem page page_timeout ${source}/1.pdf Page 2 of “1.pdf” took longer than 120 seconds and was given up. Retry it alone.`,
  ].join('\n')
  expect((await run('extract', source)).out).toContain(ledger)
  expect((await run('status', 'latest')).out).toContain(ledger)
  const told = JSON.parse((await run('status', 'latest', '--json')).out)
  expect(told.ledger).toMatchObject({ isProven: true, pages: { all: 5, read: 4, failed: 1 } })
})

test('a full disk: status 3, and how to go on', async () => {
  const full = () =>
    stubPool({
      readPage: async () => {
        throw new AppError('disk_full')
      },
    })
  const { run } = cli(testFolder(), full)
  const { status, out, err } = await run('extract', testFolder(good))
  expect(status).toBe(3)
  expect(out).toContain('error disk_full The disk is full.')
  expect(err).toMatch(/Go on with: npm start -- resume 260504-/)
})

test.each([
  [['extract', '/nowhere'], 'folder_not_found'],
  [['extract', '.', '--out', '/nowhere/r.xlsx'], 'output_locked'],
  [['extract', '.', '--out', 'r.doc'], 'output_unsupported'],
  [['extract', '.', '--out', 'r.json', '--out', 'r.doc'], 'output_unsupported'],
  [['read', '.', '--out', 'r.xlsx'], 'output_unsupported'],
  [['extract', '.', '--template', 'menu'], 'no_template'],
  [['read', '.', '--language', 'xx'], 'language_missing'],
  [['extract', '.'], 'nothing_to_read'],
])('nothing was started by %j: status 1 and %s', async (args, code) => {
  const { run } = cli()
  const { status, out, err } = await run(...args)
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toContain(`[${code}]`)
  expect(err.split('\n')).toHaveLength(1)
  expect((await run('status')).out).toBe('There are no batches yet.')
})

test('locked files are named with how to go on, and read once their passwords are given', async () => {
  const { run, dataDir } = cli()
  const locked = (password: string) => `locked with ${password}\n1 page ${password}`
  const files = { ...good, '3.pdf': locked('hase'), '4.pdf': locked('igel'), '5.pdf': locked('x') }
  const first = await run('extract', testFolder(files), '--password', 'hase', '--out', 'r.json')
  expect(first.status).toBe(2)
  expect(first.out).toContain('problem failed password_wrong')
  expect(first.err).toMatch(/2 files need a password\..* resume \S+ --password-file FILE$/)

  writeFileSync(join(dataDir, 'words.txt'), '\ufeffigel\r\n\r\nfalsch\r\n')
  const second = await run('resume', '--password-file', 'words.txt')
  expect(second.status).toBe(2)
  expect(second.out).toContain('pages 5, read now 1, kept from before 4')
  expect(second.err).toContain('1 file needs a password.')
  const third = await run('resume', 'latest', '--password', 'x')
  expect(third.status).toBe(0)
  const records = JSON.parse(readFileSync(join(dataDir, 'r.json'), 'utf8'))
  expect(records.map(({ error }: { error: unknown }) => error)).toEqual(Array(5).fill(null))
  const wrong = await run('resume', '--password-file', 'none.txt')
  expect(wrong).toMatchObject({
    status: 1,
    err: expect.stringContaining('none.txt” cannot be read'),
  })
})

test('languages are listed with where they come from', async () => {
  const { run, dataDir } = cli(testFolder({ 'ocr/por.traineddata': '' }))
  const { out, err } = await run('languages')
  expect(out).toBe('pt  por  Portuguese  your own')
  expect(err).toContain(join(dataDir, 'ocr'))
  const listed = JSON.parse((await run('languages', '--json')).out)
  expect(listed).toEqual([{ code: 'pt', data: 'por', name: 'Portuguese', origin: 'own' }])
})

test('a data folder in use: status 1 and who has it', async () => {
  const dataDir = testFolder()
  const { app } = await openTestApp(dataDir)
  const { status, err } = await cli(dataDir).run('status')
  expect(status).toBe(1)
  expect(err).toContain(`process ${process.pid}`)
  await app.close()
})

test('interrupted: status 130, everything read is kept, and resume ends it with its export', async () => {
  const gate = createGate()
  const slow = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const first = cli(testFolder(), () => slow)
  const source = testFolder({ 'a.pdf': '40 pages' })
  const running = first.run('extract', source, '--out', 'r.json')
  await gate.reached(2)
  first.interrupt()
  gate.open()
  const { status, out, err } = await running
  expect(status).toBe(130)
  expect(err).toContain('npm start -- resume 260504-')
  expect(out).toContain('pages 40, read now 3, kept from before 0')
  expect(existsSync(join(first.dataDir, 'r.json'))).toBe(false)

  const next = cli(first.dataDir)
  const stand = await next.run('status', 'latest')
  expect(stand.out).toMatch(/^batch \S+ paused\npending 1\n/)
  const resumed = await next.run('resume')
  expect(resumed.status).toBe(0)
  expect(resumed.out).toContain('pages 40, read now 37, kept from before 3')
  expect(resumed.out).toContain(`output ${join(first.dataDir, 'r.json')}`)
  expect((await next.run('status', 'latest')).out).toContain('pages read twice 0')
  expect((await next.run('resume')).out).toBe('Nothing was interrupted: every batch is finished.')
})

test('batches are listed, and shown by the beginning of their names', async () => {
  const { run } = cli()
  await run('extract', testFolder(good), '--name', 'May')
  const { out } = await run('status')
  expect(out).toMatch(/^BATCH +STATE +DONE .*\n260504-\w{4} +completed +100 % +3\/3 +2 .* May$/)
  const [batch] = JSON.parse((await run('status', '--json')).out)
  expect(batch).toMatchObject({ name: 'May', outcome: 'completed' })
  const shown = JSON.parse((await run('status', batch.id.slice(0, 8), '--json')).out)
  expect(shown).toMatchObject({ id: batch.id, pagesReadTwice: 0 })
  expect(await run('status', 'x')).toMatchObject({ status: 1, err: expect.stringContaining('“x”') })
})

test('results are exported again, in any format', async () => {
  const { run, dataDir } = cli()
  await run('extract', testFolder(good))
  const { status, out } = await run('export', 'latest', '--out', 'again.json')
  expect({ status, out }).toEqual({ status: 0, out: `output ${join(dataDir, 'again.json')}` })
})

test('what was corrected in an export comes back: told by --dry-run, then applied; what is no value is told', async () => {
  const { run, dataDir } = cli(testFolder(), () =>
    stubPool({ writeExport: (task) => writeExport(task) }),
  )
  await run('extract', testFolder(good), '--out', 'r.csv')
  const file = join(dataDir, 'r.csv')
  const original = readFileSync(file, 'utf8')
  writeFileSync(file, original.replaceAll('119.00', '7.5'))
  const told = await run('apply', 'r.csv', '--dry-run')
  expect(told.status).toBe(0)
  expect(told.out).toContain('change 1.pdf grand_total: "119.00" -> "7.50"')
  expect(told.out).toContain('would apply 2')
  expect((await run('apply', 'r.csv')).out).toContain('applied 2')
  const again = JSON.parse((await run('apply', 'r.csv', '--json')).out)
  expect(again).toMatchObject({ corrections: [], applied: 0, failures: [] })

  writeFileSync(file, original.replaceAll('119.00', 'a lot'))
  const left = await run('apply', 'r.csv', '--conflicts')
  expect(left).toMatchObject({ status: 2, out: expect.stringContaining('applied 0') })
  expect(left.out).toContain('  1.pdf, grand total: “a lot” is not an amount')

  writeFileSync(file, 'a,b\r\n1,2\r\n')
  const refused = await run('apply', 'r.csv')
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.err).toContain('[not_an_export]')
  expect(await run('apply')).toMatchObject({ status: 1 })
})

test('exports are listed with their hashes and repeated by their number', async () => {
  const { run, dataDir } = cli()
  await run('extract', testFolder(good), '--out', 'r.json')
  const listed = (await run('exports', 'latest')).out
  expect(listed).toMatch(
    /^EXPORT +WRITTEN .*\n1 +\S+ \S+ +2 +complete +there +[0-9a-f]{12} +.*r\.json$/,
  )
  const again = await run('repeat', '1', '--out', 's.json')
  expect(again).toMatchObject({ status: 0, out: `output ${join(dataDir, 's.json')}` })
  expect(JSON.parse((await run('exports', 'latest', '--json')).out)).toHaveLength(2)
  expect(await run('repeat', '9')).toMatchObject({ status: 1 })
  expect(await run('repeat', 'latest')).toMatchObject({ status: 1 })
})

test('a layout from a file gives the columns of a run, of an export and of its repeat', async () => {
  const pool = () => stubPool({ writeExport: (task) => writeExport(task) })
  const { run, dataDir } = cli(testFolder(), pool)
  const layout = {
    name: 'Booking',
    columns: [
      { source: { kind: 'constant', text: '0700' }, header: 'Konto' },
      { source: { kind: 'field', name: 'grand_total' }, header: 'Betrag', sign: 'negated' },
    ],
  }
  const file = join(dataDir, 'booking.json')
  writeFileSync(file, JSON.stringify(layout))
  const outs = ['--out', 'a.csv', '--out', 'b.csv']
  await run('extract', testFolder(good), ...outs, '--layout', 'booking.json', '--csv-for', 'de-DE')
  const expected = '\ufeffKonto;Betrag\r\n"=""0700""";"-119,00"\r\n"=""0700""";"-119,00"\r\n'
  writeFileSync(file, 'not needed any more')
  await run('repeat', '1', '--out', 'c.csv')
  const written = ['a.csv', 'b.csv', 'c.csv'].map((name) =>
    readFileSync(join(dataDir, name), 'utf8'),
  )
  expect(written).toEqual([expected, expected, expected])
  const none = await run('export', 'latest', '--out', 'd.csv', '--layout', 'Booking')
  expect(none).toMatchObject({ status: 1 })
  expect(none.err).toContain('There is no column layout named “Booking”')
})

test('an export with a proof is verified, and one that was changed is not', async () => {
  const { run, dataDir } = cli()
  const source = testFolder(good)
  await run('extract', source, '--out', 'r.json', '-o', 's.jsonl', '--proof')
  const verified = await run('verify', 'r.json', '--sources', source)
  expect(verified).toMatchObject({ status: 0, out: expect.stringMatching(/\nverified r.json$/) })
  expect(await run('verify', 's.jsonl.run.json')).toMatchObject({ status: 0 })
  expect(JSON.parse((await run('verify', 'r.json', '--json')).out).verdict).toBe('good')
  expect(await run('verify', 'r.json', '--sources', testFolder())).toMatchObject({ status: 2 })
  writeFileSync(join(dataDir, 'r.json'), '[]')
  const { status, out } = await run('verify', 'r.json')
  expect({ status, out }).toMatchObject({
    status: 3,
    out: expect.stringMatching(/^changed result/),
  })
  expect(await run('verify', 'nothing.json')).toMatchObject({ status: 1 })
  expect(await run('verify')).toMatchObject({ status: 1 })
})

test('a file that is open elsewhere costs no run: the results are beside it, and that is said', async () => {
  const { run, dataDir } = cli()
  const outputs = ['--out', 'r.json', '--out', 's.json']
  await run('extract', testFolder(good))
  mkdirSync(join(dataDir, 'r.json'))
  const { status, out, err } = await run('export', 'latest', ...outputs)
  expect(status).toBe(0)
  const beside = join(dataDir, 'r (2).json')
  expect(out).toBe(`output ${beside}\noutput ${join(dataDir, 's.json')}`)
  expect(err).toContain(`See “${beside}”`)
})

test('a retry of the export is all that a batch still owes', async () => {
  const { run, dataDir } = cli()
  const source = testFolder(good)
  let fails = true
  const pool = () => {
    const stub = stubPool()
    return stubPool({
      writeExport: (task) => {
        if (fails) throw new AppError('output_locked', { path: task.file })
        return stub.writeExport(task)
      },
    })
  }
  const locked = cli(dataDir, pool)
  const { status, out } = await locked.run('extract', source, '--out', 'r.json')
  expect(status).toBe(3)
  expect(out).toContain(`error output_locked “${join(dataDir, 'r.json')}” cannot be written.`)
  fails = false
  expect((await locked.run('resume')).status).toBe(0)
  expect(existsSync(join(dataDir, 'r.json'))).toBe(true)
  expect((await run('status')).out).toContain('completed')
})

test('an extra export that cannot be written is said, and the others are there', async () => {
  const stub = stubPool()
  const pool = stubPool({
    writeExport: (task) => {
      if (task.file.endsWith('s.json')) throw new AppError('output_locked', { path: task.file })
      return stub.writeExport(task)
    },
  })
  const { run, dataDir } = cli(testFolder(), () => pool)
  const outputs = ['r.json', 's.json', 't.json'].flatMap((name) => ['--out', name])
  const { status, out } = await run('extract', testFolder(good), ...outputs)
  expect(status).toBe(3)
  expect(out).toContain(`error output_locked “${join(dataDir, 's.json')}” cannot be written.`)
  expect(out).toContain(`output ${join(dataDir, 't.json')}`)
})

test('files are sorted by type and split, and written with first and last page', async () => {
  const { run, dataDir } = cli()
  const source = testFolder(good)
  const classified = await run('classify', source, '--out', 't.json', '--reference', 'R-3')
  expect(classified.status).toBe(0)
  const records = JSON.parse(readFileSync(join(dataDir, 't.json'), 'utf8'))
  expect(records).toMatchObject([
    { document_type: 'invoice', pages: [1, 2], reference: 'R-3' },
    { document_type: 'invoice', pages: [1, 1] },
  ])
  expect((await run('split', source, '-o', 's.csv')).status).toBe(0)
  expect(existsSync(join(dataDir, 's.csv'))).toBe(true)
  expect((await run('split', source, '-o', 's.md')).err).toContain('[output_unsupported]')
})

test('a batch is changed, added to, duplicated, extracted again and cancelled', async () => {
  const { run } = cli()
  const source = testFolder(good)
  await run('extract', source, '--template', 'invoice')
  const changed = await run('change', 'latest', '--name', 'May', '--priority', 'high')
  expect(changed).toMatchObject({ status: 0, out: 'name May\npriority high' })
  const referenced = await run('change', 'latest', '--reference', 'R-9')
  expect(referenced.out).toContain('reference R-9')

  writeFileSync(join(source, '3.pdf'), '4 pages three')
  const added = await run('add', 'latest', source)
  expect(added).toMatchObject({ status: 0 })
  expect(added.out).toMatch(/^added 1, known already 2\nbatch \S+ completed/)
  expect(added.out).toContain('pages 7, read now 4, kept from before 3')

  const again = await run('reextract', 'latest', '--template', 'receipt')
  expect(again.out).toContain('pages 7, read now 0,')
  const shown = await run('status', 'latest')
  expect(shown.out).toContain('with “receipt” instead of “invoice”')
  const duplicated = await run('duplicate', 'latest', '--frozen', '--name', 'June')
  expect(duplicated.out).toContain('pages 7, read now 0, kept from before 7')
  expect((await run('status')).out).toMatch(/June\n.*May$/)
  const cancelled = await run('cancel', 'latest')
  expect(cancelled).toMatchObject({ status: 0, out: expect.stringContaining('completed') })
})

test('what failed is tried again in another way', async () => {
  const pool = () =>
    stubPool({
      async readPage(task) {
        if (task.settings.mode !== 'ocr') throw new AppError('page_unreadable')
        return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
      },
    })
  const { run } = cli(testFolder(), pool)
  expect((await run('extract', testFolder(good))).status).toBe(3)
  expect((await run('retry', 'latest')).status).toBe(3)
  const retried = await run('retry', 'latest', '--reader', 'ocr')
  expect(retried.status).toBe(0)
  expect((await run('status', 'latest')).out).toContain('differs retried 2 files were tried again')
})

test('events for programs, progress for people, silence for scripts', async () => {
  const { run } = cli()
  const source = testFolder(good)
  const { err } = await run('extract', source, '--follow')
  const events = err.split('\n').map((line) => JSON.parse(line))
  expect(events.at(-1)).toMatchObject({
    name: 'batch.changed',
    payload: { lifecycle: 'finished', percent: 100 },
  })
  expect(events.filter(({ name }) => name === 'document.changed')).toHaveLength(2)
  expect((await run('extract', source)).err).toMatch(/^ *\d+ % {2}.*files$/m)
  expect((await run('extract', source, '--quiet')).err).toBe('')
})

test('help, version, templates and the link of the app', async () => {
  const { run, interrupt } = cli()
  expect((await run('--help')).out).toContain('npm start -- extract PATH')
  expect((await run('--version')).out).toBe('sheaf 1.2.3')
  expect((await run('templates')).out).toMatch(/^invoice +version 1 +Invoice\n/)
  expect(JSON.parse((await run('templates', '--json')).out)).toHaveLength(2)
  expect((await run()).status).toBe(0)
  const serving = run('serve')
  setTimeout(interrupt, 100)
  expect(await serving).toMatchObject({ status: 0, out: 'http://127.0.0.1:1/?token=x' })
})

test('a batch is deleted, restored and purged by its name', async () => {
  const { run } = cli()
  await run('extract', testFolder(good), '--name', 'May')
  const [{ id }] = JSON.parse((await run('status', '--json')).out)
  expect(await run('delete', 'latest')).toMatchObject({ status: 0, out: `deleted ${id} May` })
  expect((await run('status')).out).toBe('There are no batches yet.')
  expect(await run('restore', 'x')).toMatchObject({
    status: 1,
    err: 'No deleted batch “x” can be restored.',
  })
  expect((await run('restore', id)).out).toBe(`restored ${id} May`)
  await run('delete', id)
  expect((await run('delete', id, '--purge')).out).toBe(`purged ${id} May`)
  expect((await run('restore', id)).status).toBe(1)
})

test('settings are shown and changed', async () => {
  const { run } = cli()
  expect((await run('settings')).out).toBe('retention never\ncsv-for standard')
  expect((await run('settings', '--retention', '30')).out).toMatch(/^retention 30 days$/m)
  expect((await run('settings', '--csv-for', 'de-DE')).out).toMatch(/^csv-for de-DE$/m)
  expect(JSON.parse((await run('settings', '--json')).out)).toEqual({
    retentionDays: 30,
    ignoreBattery: false,
    httpInterface: false,
    notifyAtEnd: true,
    soundAtEnd: false,
    threads: null,
    csvFor: 'de-DE',
    density: 'comfortable',
    letterKeys: true,
    hiddenColumns: [],
    pagesBeside: 60,
    pagesAbove: 45,
  })
  expect((await run('settings', '--retention', 'never')).out).toMatch(/^retention never$/m)
  expect(await run('settings', '--retention', 'soon')).toMatchObject({ status: 1 })
  expect(await run('settings', '--csv-for', 'Excel')).toMatchObject({ status: 1 })
})

test('a second start shows the first, and says which process it is', async () => {
  const dataDir = testFolder()
  const { app } = await openTestApp(dataDir)
  const { run, shown } = cli(dataDir)
  expect(await run('serve')).toMatchObject({ status: 1, out: '' })
  keepAddress(dataDir, 'http://127.0.0.1:2/?token=y')
  const served = await run('serve')
  expect(served).toMatchObject({ status: 0, out: 'http://127.0.0.1:2/?token=y' })
  expect(served.err).toContain(`process ${process.pid}`)
  expect(await run()).toMatchObject({ status: 0, out: '' })
  expect(shown).toEqual(['http://127.0.0.1:2/?token=y'])
  await app.close()
  expect((await run('status')).status).toBe(0)
  expect(addressOf(dataDir)).toBeNull()
})

test('programs get keys, are listed, and lose them', async () => {
  const { run, dataDir } = cli()
  expect((await run('clients')).out).toMatch(/^No program has a key/)
  const added = await run('clients', 'add', 'Invoice robot', '--write', '--folder', 'in')
  expect(added).toMatchObject({ status: 0, out: expect.stringMatching(/^sheaf_[\w-]{43}$/) })
  expect(added.err).toContain(
    `“Invoice robot” (number 1) may write; its files: ${join(dataDir, 'in')}`,
  )
  const { out } = await run('clients', 'add', 'Reader', '--days', '90', '--json')
  expect(JSON.parse(out)).toMatchObject({
    client: { id: 2, scope: 'read', expiresAt: expect.stringMatching(/^2026-08-02/) },
    key: expect.stringMatching(/^sheaf_/),
  })
  expect(await run('clients', 'revoke', '1')).toMatchObject({ out: 'revoked 1 Invoice robot' })
  const lines = (await run('clients')).out.split('\n')
  expect(lines[1]).toMatch(/^2 +read +active +never +2026-08-02 +Reader$/)
  expect(lines[2]).toMatch(/^1 +write +revoked +never +never +Invoice robot$/)
  expect(await run('clients', 'revoke', '9')).toMatchObject({ status: 1 })
})
