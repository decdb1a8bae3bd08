import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const marker = 'Zyxomma'

/** A run in which everything carries a mark: folder, files, words, values, passwords, and what goes wrong. */
async function markedRun() {
  const dataDir = testFolder({ 'templates/slip.json': `{ "${marker}": ` })
  const stub = stubPool()
  const pool = stubPool({
    async readPage(task) {
      if (task.path.includes('crash')) throw new Error(`cannot read ${task.path}: “${marker}”`)
      return stub.readPage(task)
    },
    extract(task) {
      if (task.pages.some(({ words }) => words.some(({ text }) => text === 'strange')))
        throw new TypeError(
          `${marker} is not a function\n    at ${marker} (/home/${marker}/x.pdf:1:2)`,
        )
      return stub.extract(task)
    },
    writeExport: async ({ file }) => {
      throw new AppError('output_locked', { path: file })
    },
  })
  const test = await openTestApp(dataDir, { pool })
  const source = testFolder({
    [`${marker}/${marker}-1.pdf`]: `2 pages ${marker} review`,
    [`${marker}/${marker}-2.pdf`]: '',
    [`${marker}/${marker}-3.pdf`]: `locked with ${marker}\n1 page ${marker}`,
    [`${marker}/${marker}-4.txt`]: marker,
    [`${marker}/${marker}-crash.pdf`]: `1 page ${marker}`,
    [`${marker}/${marker}-strange.pdf`]: `1 page strange ${marker}`,
  })
  const { id: batchId } = await test.call('batch.create', {
    ...{ paths: [join(source, marker)], name: marker, reference: marker },
    output: join(source, `${marker}.json`),
  })
  await test.app.idle(batchId)
  const { rows } = await test.call('batch.documents', { batchId })
  const documentId = rows.find((row) => row.documentId)?.documentId ?? ''
  const { fields } = await test.call('document.get', { documentId })
  await test.call('document.correct', { documentId, fieldId: fields[0]?.id ?? 0, value: marker })
  await test.call('batch.unlock', { batchId, password: `${marker}x` })
  await test.codeOf('batch.create', { paths: [join(source, `${marker}-nowhere`)] })
  await test.codeOf('export.write', { batchId, path: join(source, `${marker}.xlsx`) })
  await test.codeOf('folder.list', { path: `\0${marker}` })
  await test.codeOf(marker, {})
  return { ...test, dataDir, batchId, source }
}

test('neither the log nor the diagnostics hold names of files or anything that stands in them', async () => {
  const { app, call, dataDir, batchId, source } = await markedRun()
  const { path } = await call('app.diagnose', {})
  const named = await call('app.diagnose', { path: join(source, 'd.json.gz') })
  await app.close()
  const log = readFileSync(join(dataDir, 'logs', 'sheaf.log'), 'utf8')
  expect(log).toContain('"event":"item.failed"')
  expect(log).not.toContain(marker)
  expect(log).not.toMatch(/\.(pdf|txt|xlsx)|\/home\/|999\.00|119\.00/)
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()

  expect(path.startsWith(join(dataDir, 'diagnostics'))).toBe(true)
  expect(named.path).toBe(join(source, 'd.json.gz'))
  expect(statSync(path).mode & 0o077).toBe(0)
  const text = gunzipSync(readFileSync(path)).toString()
  expect(text).not.toContain(marker)
  expect(text).not.toContain(source)
  expect(text).not.toMatch(/\.(pdf|txt|xlsx)\b|999\.00|119\.00|Paper/)
  const bundle = JSON.parse(text)
  expect(bundle).toMatchObject({ version: '0.0.0-test', settings: { retentionDays: null } })
  expect(bundle.batches).toMatchObject([{ id: batchId, error: 'output_locked' }])
  expect(bundle.doctor.find(({ name }: { name: string }) => name === 'database').level).toBe('ok')
  const events = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event)
  const bundled = bundle.log.map(({ event }: { event: string }) => event)
  expect(bundled).toEqual(events.slice(0, bundled.length))
  expect(bundled).toContain('doctor.examined')
  expect(bundle.log.find(({ code }: { code?: string }) => code === 'internal')).toMatchObject({
    event: expect.stringMatching(/failed/),
  })
})

test('what an older log said in words of its own is left out', async () => {
  const dataDir = testFolder({
    'logs/sheaf.1.log': `${JSON.stringify({ at: 'x', event: 'command.failed', name: marker, problem: marker, file: marker, items: 3 })}\n{"half`,
  })
  const { app, call } = await openTestApp(dataDir)
  const { path } = await call('app.diagnose', {})
  await app.close()
  const text = gunzipSync(readFileSync(path)).toString()
  expect(text).not.toContain(marker)
  expect(JSON.parse(text).log[0]).toEqual({ at: 'x', event: 'command.failed', items: 3 })
})
