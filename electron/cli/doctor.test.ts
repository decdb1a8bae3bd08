import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ocrData } from '../../scripts/setup/ocrData.mjs'
import { addressOf } from '../core/address.ts'
import { restoreCopy } from '../core/restoreCopy.ts'
import { openTestApp, testFolder } from '../core/testing/testApp.ts'
import type { Finding } from '../views.ts'
import { runCli } from './runCli.ts'

const project = join(import.meta.dirname, '..', '..')

async function run(dataDir: string, ...args: string[]) {
  if (!ocrData.isFresh(project)) await ocrData.run(project)
  const out: string[] = []
  const err: string[] = []
  const status = await runCli(args, {
    terminal: {
      answer: (line) => out.push(line),
      say: (line) => err.push(line),
      draw: () => {},
      ...{ isTerminal: false, columns: 80, onInterrupt: () => () => {} },
    },
    ...{ version: '1.2.3', from: dataDir },
    open: async ({ goOn }) =>
      (await openTestApp(dataDir, { goOn, resourcesDir: join(project, 'resources') })).app,
    restore: () => restoreCopy(dataDir, new Date(Date.UTC(2026, 4, 4))),
    other: () => addressOf(dataDir),
    showOther: async () => {},
    show: async () => {},
    serve: async () => ({ url: '', close: async () => {} }),
  })
  return { status, out: out.join('\n'), err: err.join('\n') }
}

/** The test machine's own free space is not what is tested. */
const roomLevel = (findings: readonly Finding[]) =>
  findings.find(({ name }) => name === 'space')?.level ?? 'error'
const statusOf = { ok: 0, warning: 2, error: 3 } as const

test('all in order: status 0, a line for each thing that was looked at', async () => {
  const dataDir = testFolder()
  const { status, out } = await run(dataDir, 'doctor', '--json')
  const findings: readonly Finding[] = JSON.parse(out)
  expect(status).toBe(statusOf[roomLevel(findings)])
  const lines = (await run(dataDir, 'doctor')).out.split('\n')
  expect(lines).toHaveLength(findings.length)
  expect(lines[1]).toMatch(/^ok +database +The database is whole\.$/)
})

test('something to look at: status 2, and what to do; after a fix all is in order', async () => {
  const dataDir = testFolder()
  const picture = join(dataDir, 'previews', 'ff', `${'f'.repeat(64)}-1.webp`)
  mkdirSync(dirname(picture), { recursive: true })
  writeFileSync(picture, 'x')
  const found = await run(dataDir, 'doctor')
  expect(found.status).toBeGreaterThanOrEqual(2)
  expect(found.out).toMatch(/^warning +previews .* Clean up: “npm start -- doctor --fix”\.$/m)
  const fixed = await run(dataDir, 'doctor', '--fix', '--json')
  expect(fixed.status).toBe(statusOf[roomLevel(JSON.parse(fixed.out))])
})

test('compacted, and the diagnostics are where they were asked for', async () => {
  const dataDir = testFolder()
  const { err } = await run(dataDir, 'doctor', '--compact', '--bundle', 'd.json.gz')
  expect(err).toContain('Compacted: 0 MB given back.')
  expect(err).toContain(`Diagnostics are in ${join(dataDir, 'd.json.gz')}`)
  const bundle = JSON.parse(gunzipSync(readFileSync(join(dataDir, 'd.json.gz'))).toString())
  expect(bundle).toMatchObject({ batches: [], settings: {} })
  const nowhere = await run(dataDir, 'doctor', '--bundle', '/nowhere/d.json.gz')
  expect(nowhere).toMatchObject({ status: 1, err: expect.stringContaining('[output_locked]') })
})

test('a damaged database: status 3 and what to do instead of a stack, and doing it helps', async () => {
  const dataDir = testFolder({ 'sheaf.db': 'not a database at all '.repeat(400) })
  const { status, out, err } = await run(dataDir, 'doctor')
  expect({ status, err }).toEqual({ status: 3, err: '' })
  expect(out).toMatch(/^error +database_damaged .*doctor --restore/)
  const other = await run(dataDir, 'status')
  expect(other).toMatchObject({ status: 1, err: expect.stringContaining('[database_damaged]') })
  expect(other.err.split('\n')).toHaveLength(1)
  const restored = await run(dataDir, 'doctor', '--restore')
  expect(restored).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^set aside .*damaged-2026-05-04T000000\nbegun anew/),
  })
  expect((await run(dataDir, 'status')).out).toBe('There are no batches yet.')
  expect((await run(dataDir, 'doctor', '--restore', '--fix')).status).toBe(1)
})
