import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { beforeAll, expect, test, vi } from 'vitest'
import { testFolder } from './core/testing/testApp.ts'

// The process that reads gives way to every other one of a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/** The command line as a process of its own, with real PDFs and real threads. */
const source = testFolder()
// A fast machine reads sixty such pages before it can be told to stop.
const pages = 1200

beforeAll(async () => {
  await writePdf(join(source, 'long.pdf'), pages)
  await writePdf(join(source, 'short.pdf'), 1)
})

async function writePdf(file: string, pageCount: number): Promise<void> {
  const pdf = new PDFDocument({ autoFirstPage: false })
  const stream = pdf.pipe(createWriteStream(file))
  for (let page = 1; page <= pageCount; page++)
    pdf
      .addPage()
      .text(`Invoice number: ${pageCount}-${page}`, 72, 72)
      .text('This text layer is long enough to be trusted, so that nothing has to be drawn.')
  pdf.end()
  await finished(stream)
}

interface Run {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

function start(dataDir: string, ...args: string[]) {
  const cli = join(import.meta.dirname, 'cli.ts')
  const child = spawn(process.execPath, [cli, ...args, '--data-dir', dataDir])
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] }
  createInterface(child.stdout).on('line', (line) => said.out.push(line))
  const events = createInterface(child.stderr).on('line', (line) => said.err.push(line))
  const ended = once(child, 'close').then(
    ([status, signal]): Run => ({
      status,
      signal,
      out: said.out.join('\n'),
      err: said.err.join('\n'),
    }),
  )
  /** Resolves when so many pages are done, as --follow tells. */
  const reached = (done: number) =>
    new Promise<void>((resolve) => {
      events.on('line', (line) => {
        if (line.startsWith('{') && JSON.parse(line).payload.pagesDone >= done) resolve()
      })
    })
  return { child, ended, reached }
}

const run = (dataDir: string, ...args: string[]) => start(dataDir, ...args).ended

/** A run that follows its batch and gets a signal when so many pages are done. */
async function stopped(
  dataDir: string,
  { signal, done }: { signal: NodeJS.Signals; done: number },
  ...args: string[]
): Promise<Run> {
  const { child, ended, reached } = start(dataDir, ...args, '--follow')
  await reached(done)
  child.kill(signal)
  return ended
}

const killedAt20 = { signal: 'SIGKILL', done: 20 } as const

test('a run that was killed is resumed, and no kept page is read twice', async () => {
  const dataDir = testFolder()
  const output = join(testFolder(), 'results.json')
  const killed = await stopped(dataDir, killedAt20, 'extract', source, '--out', output)
  expect(killed.signal).toBe('SIGKILL')

  const stand = JSON.parse((await run(dataDir, 'status', 'latest', '--json')).out)
  expect(stand).toMatchObject({ lifecycle: 'paused', outcome: null })
  expect(stand.pagesDone).toBeGreaterThanOrEqual(20)

  const resumed = await run(dataDir, 'resume', '--quiet')
  expect(resumed).toMatchObject({ status: 0, err: '' })
  const after = JSON.parse((await run(dataDir, 'status', 'latest', '--json')).out)
  expect(after).toMatchObject({
    lifecycle: 'finished',
    pagesTotal: pages + 1,
    pagesDone: pages + 1,
    pagesReadTwice: 0,
  })
  // The short file, where it was finished before, kept nothing from before: it has its own page.
  const finished = stand.counts.completed + stand.counts.needs_review
  expect(after.pagesKept).toBeGreaterThanOrEqual(stand.pagesDone - finished)
  expect(JSON.parse(readFileSync(output, 'utf8'))).toHaveLength(2)
})

test('reading alone is killed and resumed like extracting', async () => {
  const dataDir = testFolder()
  const output = join(testFolder(), 'pages.json')
  await stopped(dataDir, killedAt20, 'read', source, '--out', output)
  expect(await run(dataDir, 'resume', '--quiet')).toMatchObject({ status: 0, err: '' })
  const files: { pages: { page: number; text: string }[] }[] = JSON.parse(
    readFileSync(output, 'utf8'),
  )
  expect(files.map((file) => file.pages.length)).toEqual([pages, 1])
  expect(files[0]?.pages[776]?.text).toContain(`Invoice number: ${pages}-777\n`)
  const stand = JSON.parse((await run(dataDir, 'status', 'latest', '--json')).out)
  expect(stand).toMatchObject({ kind: 'read', pagesReadTwice: 0 })
})

test.skipIf(process.platform === 'win32')(
  'Ctrl-C pauses cleanly with status 130 and says how to go on',
  async () => {
    const dataDir = testFolder()
    const interrupted = { signal: 'SIGINT', done: 10 } as const
    const { status, out, err } = await stopped(dataDir, interrupted, 'extract', source)
    expect(status).toBe(130)
    expect(out).toMatch(/^batch \S+ paused\n/)
    expect(err).toContain('npm start -- resume')
    expect((await run(dataDir, 'resume', '--quiet')).status).toBe(0)
  },
)

test('bad usage is one sentence and status 1; help and version need no data folder', async () => {
  const dataDir = testFolder()
  const wrong = await run(dataDir, 'extract', source, '--colour')
  expect(wrong).toMatchObject({ status: 1, out: '', err: "Unknown option '--colour'. See --help." })
  expect(await run(dataDir, 'extract', '--help')).toMatchObject({ status: 0, err: '' })
})
