import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestApp, testFolder } from '../testing/testApp.ts'
import { type Proof, proofSchema } from './proof.ts'
import { verifyProof } from './verifyProof.ts'

const files = { '1.pdf': '2 pages A-1', '2.pdf': '1 page A-2 review', '3.pdf': '' }

/** An export with its proof, on another computer than the one that wrote it. */
async function proven() {
  const source = testFolder(files)
  const { app, call } = await openTestApp(testFolder())
  const path = join(testFolder(), 'r.json')
  const { id: batchId } = await call('batch.create', { paths: [source] })
  await app.idle(batchId)
  const { fields } = await call('document.get', { documentId: `${batchId}-2-1` })
  const total = fields.find(({ name }) => name === 'grand_total')?.id ?? 0
  await call('document.correct', {
    ...{ documentId: `${batchId}-2-1`, fieldId: total, value: '71.25' },
  })
  await call('export.write', { batchId, path, proof: true })
  await app.close()
  const folder = testFolder()
  const at = join(folder, 'r.json')
  for (const ending of ['', '.run.json']) renameSync(path + ending, at + ending)
  return { at, source, folder, proofAt: `${at}.run.json` }
}

async function statesOf(file: string, sources: string | null = null) {
  const { findings } = await verifyProof(file, sources)
  return findings
    .filter(({ state }) => state !== 'same')
    .map(({ state, what }) => `${state} ${what}`)
}

test('an export that nobody touched is verified, with what went in, by its name or its proof’s', async () => {
  const { at, source, proofAt } = await proven()
  expect(await statesOf(at, source)).toEqual([])
  expect(await statesOf(proofAt)).toEqual([])
  const proof = proofSchema.strict().parse(JSON.parse(readFileSync(proofAt, 'utf8')))
  expect(proof.inputs.map(({ filename, status }) => `${filename} ${status}`)).toEqual([
    '1.pdf done',
    '2.pdf done',
    '3.pdf failed',
  ])
  expect(proof.log.map(({ event }) => event)).toEqual([
    ...['batch.created', 'batch.started', 'item.failed', 'item.done', 'document.extracted'],
    ...['item.done', 'document.extracted', 'document.corrected', 'export.written'],
  ])
  // What was typed is nobody's concern who only verifies.
  expect(readFileSync(proofAt, 'utf8')).not.toContain('71.25')
})

test('a changed result, a changed proof and another file among those that went in are seen', async () => {
  const { at, proofAt } = await proven()
  const [export_, proof] = [readFileSync(at, 'utf8'), readFileSync(proofAt, 'utf8')]
  writeFileSync(at, export_.replace('71.25', '91.25'))
  expect(await statesOf(at)).toMatchObject([expect.stringMatching(/^changed result .*r\.json$/)])
  writeFileSync(at, export_)
  const tampered = async (from: string | RegExp, to: string) => {
    writeFileSync(proofAt, proof.replace(from, to))
    return statesOf(at)
  }
  expect(await tampered('document.corrected', 'document.accepted')).toEqual([
    'changed the log from entry 8 (document.accepted) on',
  ])
  expect(await tampered('"filename": "1.pdf"', '"filename": "9.pdf"')).toEqual([
    'changed the part “inputs”',
  ])
  expect(await tampered('"partial": null', '"partial": "no"')).toEqual([
    'changed the part “partial”',
  ])
  expect(await tampered(/"proof": "\w{8}/, '"proof": "00000000')).toEqual([
    expect.stringMatching(/^changed the log, 9 entries$/),
  ])
})

test('no entry of the log can be left out, put in or moved, and no line above it changed', async () => {
  const { at, proofAt } = await proven()
  const whole = proofSchema.parse(JSON.parse(readFileSync(proofAt, 'utf8')))
  const tampered = async (change: Partial<Proof>) => {
    writeFileSync(proofAt, JSON.stringify({ ...whole, ...change }))
    return statesOf(at)
  }
  expect(await tampered({})).toEqual([])
  const { log } = whole
  expect(await tampered({ log: log.toSpliced(3, 1) })).toEqual([
    'changed the log from entry 4 (document.extracted) on',
  ])
  expect(await tampered({ log: log.toSpliced(0, 0, log[1] as Proof['log'][number]) })).toEqual([
    'changed the log from entry 1 (batch.started) on',
  ])
  const [first, second, ...rest] = log
  expect(await tampered({ log: [second, first, ...rest] as Proof['log'] })).toHaveLength(1)
  // Without its last entry nothing speaks for the other parts.
  expect(await tampered({ log: log.slice(0, -1) })).toHaveLength(8)
  expect(await tampered({ app_version: '9.9.9' })).toEqual(['changed the head'])
  expect(await tampered({ written_at: '2020-01-01T00:00:00.000Z' })).toEqual(['changed the head'])
  const [result, ...others] = whole.results
  const forged = { ...result, sha256: 'ab'.repeat(32) } as Proof['results'][number]
  expect(await tampered({ results: [forged, ...others] })).toEqual([
    'changed the part “results”',
    expect.stringMatching(/^changed result .*r\.json$/),
  ])
  expect(await tampered({ configuration: { ...whole.configuration, threshold: 0 } })).toEqual([
    'changed the part “configuration”',
  ])
})

test('what somebody wrote into a proof besides makes it none: nothing speaks for it', async () => {
  const { at, proofAt } = await proven()
  const whole = proofSchema.parse(JSON.parse(readFileSync(proofAt, 'utf8')))
  const [result, ...others] = whole.results
  const changes: readonly object[] = [
    { note: 'audited' },
    { batch: { ...whole.batch, note: 'audited' } },
    { results: [{ ...result, note: 'audited' }, ...others] },
    { inputs: whole.inputs.map((input) => ({ ...input, note: 'audited' })) },
    { results: [...whole.results, { ...result, suffix: '/../../x' }] },
  ]
  for (const change of changes) {
    writeFileSync(proofAt, JSON.stringify({ ...whole, ...change }))
    await expect(statesOf(at), JSON.stringify(change).slice(0, 80)).rejects.toMatchObject({
      code: 'proof_invalid',
    })
  }
})

test('a result outside of the folder of its proof is not looked at', async () => {
  const { at, proofAt } = await proven()
  const whole = proofSchema.parse(JSON.parse(readFileSync(proofAt, 'utf8')))
  const results = [
    ...whole.results,
    { suffix: null, name: '../../etc/hosts', bytes: 1, sha256: 'ab'.repeat(32) },
  ]
  writeFileSync(proofAt, JSON.stringify({ ...whole, results }))
  expect(await statesOf(at)).toEqual(['changed the part “results”', 'missing result hosts'])
})

test('what is not here is missing, and a name with another content is changed', async () => {
  const { at, source } = await proven()
  const other = testFolder()
  cpSync(join(source, '1.pdf'), join(other, 'renamed.pdf'))
  writeFileSync(join(other, '2.pdf'), 'something else')
  expect(await statesOf(at, other)).toEqual(['changed input 2.pdf'])
  rmSync(join(other, '2.pdf'))
  expect(await statesOf(at, other)).toEqual(['missing input 2.pdf'])
  rmSync(at)
  expect(await statesOf(at)).toMatchObject([expect.stringMatching(/^missing result/)])
})

test('the pages beside a workbook are part of what is proven, wherever they are', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id: batchId } = await call('batch.create', { paths: [testFolder(files)] })
  await app.idle(batchId)
  const folder = testFolder()
  const path = join(folder, 'März #1.xlsx')
  await call('export.write', { batchId, path, proof: true, evidence: true })
  await app.close()
  const elsewhere = join(testFolder(), 'moved')
  renameSync(folder, elsewhere)
  const at = join(elsewhere, 'March.xlsx')
  for (const ending of ['', '.run.json'])
    renameSync(join(elsewhere, `März #1.xlsx${ending}`), at + ending)
  expect(await statesOf(at)).toEqual([])
  const [name = ''] = readdirSync(elsewhere).filter((entry) => entry.endsWith('-evidence'))
  writeFileSync(join(elsewhere, name, 'pages', '1-1.webp'), 'another picture')
  expect(await statesOf(at)).toEqual(['changed result 1-1.webp'])
})

test('what is no proof is said to be none', async () => {
  const folder = testFolder({ 'a.json.run.json': '{"sheaf":"proof"}', 'b.json.run.json': '{' })
  for (const name of ['a.json', 'b.json'])
    await expect(verifyProof(join(folder, name), null)).rejects.toMatchObject({
      code: 'proof_invalid',
    })
  await expect(verifyProof(join(folder, 'c.json'), null)).rejects.toMatchObject({
    code: 'proof_missing',
  })
})

test('an export without a proof takes the one of the older export away', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id: batchId } = await call('batch.create', { paths: [testFolder(files)] })
  await app.idle(batchId)
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path, proof: true })
  await call('export.write', { batchId, path })
  await expect(verifyProof(path, null)).rejects.toMatchObject({ code: 'proof_missing' })
  await app.close()
})
