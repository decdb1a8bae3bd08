import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreCopy } from '../core/restoreCopy.ts'
import { stubPool } from '../core/testing/stubPool.ts'
import { openTestApp, testFolder } from '../core/testing/testApp.ts'
import { stubPdf } from '../core/testing/watchTest.ts'
import { parseCommand } from './args.ts'
import { runCli } from './runCli.ts'

/** Runs command lines on one data folder; each is interrupted when it has said something. */
function cli(dataDir = testFolder()) {
  async function run(until: RegExp | null, ...args: string[]) {
    const said: string[] = []
    const out: string[] = []
    let interrupt = () => {}
    const hear = (line: string) => {
      said.push(line)
      if (until?.test(line)) interrupt()
    }
    const status = await runCli(args, {
      terminal: {
        answer: (line) => {
          out.push(line)
          hear(line)
        },
        say: hear,
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
      open: async ({ goOn }) =>
        (await openTestApp(dataDir, { pool: stubPool(), goOn, now: () => new Date() })).app,
      restore: () => restoreCopy(dataDir, new Date()),
      other: () => null,
      showOther: async () => {},
      show: async () => {},
      serve: async () => ({ url: '', close: async () => {} }),
    })
    return { status, out, said: said.join('\n') }
  }
  return { run, dataDir }
}

const fast = ['--every', '200ms', '--settle', '0s']

test('with --once it reads what is there, writes it, and ends', async () => {
  const { run, dataDir } = cli()
  const folder = testFolder({ 'a.pdf': stubPdf('one'), 'b.pdf': stubPdf('two') })
  const results = join(testFolder(), 'of {folder}.json')
  const line = ['watch', folder, '--once', '--out', results, ...fast]
  const first = await run(null, ...line)
  expect(first.status).toBe(0)
  expect(first.out).toEqual([expect.stringMatching(/^batch \S+ completed, 2 files, .*\.json$/)])
  const [written = ''] = readdirSync(join(results, '..'))
  expect(JSON.parse(readFileSync(join(results, '..', written), 'utf8'))).toHaveLength(2)

  const again = await run(null, ...line)
  expect(again).toMatchObject({ status: 0, out: [] })
  expect(again.said).toContain('done 2')
  expect((await run(null, 'status')).out).toHaveLength(2)
  expect(dataDir).not.toBe('')
})

test('it watches until Ctrl-C, and goes on when it is started again, with other wishes', async () => {
  const { run } = cli()
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const first = await run(/^batch .* completed/, 'watch', folder, ...fast, '--quiet')
  expect(first).toMatchObject({ status: 0, out: [expect.stringContaining('1 file')] })
  writeFileSync(join(folder, 'b.pdf'), stubPdf('two'))
  const done = testFolder()
  const second = await run(/moved 2/, 'watch', folder, '--move-to', done, ...fast)
  expect(second.status).toBe(0)
  expect(readdirSync(done).sort()).toEqual(['a.pdf', 'b.pdf'])
  expect(readdirSync(folder)).toEqual([])
})

test('--json tells each batch as a line', async () => {
  const { run } = cli()
  const folder = testFolder({ 'a.pdf': stubPdf('one review') })
  const { status, out } = await run(null, 'watch', folder, '--once', '--json', ...fast)
  expect(status).toBe(0)
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { outcome: 'completed', files: 1, completed: 0, needsReview: 1, failed: 0, output: null },
  ])
})

test('some failed: status 2; a folder that is not there, or inside its output: refused', async () => {
  const { run } = cli()
  const folder = testFolder({ 'a.pdf': 'file_damaged\n%PDF-1.7 %%EOF' })
  expect((await run(null, 'watch', folder, '--once', ...fast)).status).toBe(2)
  const missing = await run(null, 'watch', join(folder, 'none'), '--once')
  expect(missing).toMatchObject({ status: 1 })
  expect(missing.said).toContain('[folder_not_found]')
  const inside = await run(null, 'watch', folder, '--once', '--move-to', join(folder, 'done'))
  expect(inside).toMatchObject({ status: 1 })
  expect(inside.said).toContain('[watch_not_apart]')
})

test('what is not named stays as it was', () => {
  const parse = (line: string) => parseCommand(line.split(' '), '/home/a')
  expect(parse('watch in')).toMatchObject({ kind: 'watch', folder: '/home/a/in', config: {} })
  expect(
    parse('watch in -t invoice --threshold 0.9 --out r/{date}.csv --csv-for de-DE --every 500ms'),
  ).toMatchObject({
    config: {
      ...{ template: 'invoice', threshold: 0.9, everySeconds: 0.5 },
      ...{ exportTo: '/home/a/r', exportName: '{date}', exportFormat: 'csv' },
      exportOptions: { csvFor: 'de-DE' },
    },
  })
  for (const wrong of [
    'watch',
    'watch a b',
    'watch a --every soon',
    'watch a --out r',
    'watch a --kind x',
  ])
    expect(() => parse(wrong)).toThrow()
})
