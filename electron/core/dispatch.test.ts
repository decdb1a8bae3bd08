import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../contract.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('every answer is what the contract says', async () => {
  const { app } = await openTestApp(testFolder())
  const source = testFolder({ '1.pdf': '2 pages review', '2.pdf': '', 'sub/3.pdf': '1 page' })
  const ask = async (name: keyof typeof commands, input: unknown) => {
    const result = await app.dispatch(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    expect(() => commands[name].output.parse(result.value), name).not.toThrow()
    expect(structuredClone(result.value)).toEqual(result.value)
    return result.value
  }
  const { id: batchId } = (await ask('batch.create', { paths: [source] })) as { id: string }
  await app.idle(batchId)
  const { rows } = (await ask('batch.documents', { batchId })) as {
    rows: { documentId: string | null }[]
  }
  const documentId = rows[0]?.documentId
  const document = (await ask('document.get', { documentId })) as { fields: { id: number }[] }
  const fieldId = document.fields[0]?.id
  await ask('document.correct', { documentId, fieldId, value: 'x' })
  await ask('document.approve', { documentId })
  await ask('document.undo', { documentId })
  await ask('export.write', { batchId, path: join(testFolder(), 'out.json') })
  for (const name of ['ledger', 'unread'] as const) await ask(`batch.${name}`, { batchId })
  for (const name of ['pause', 'resume', 'retry', 'cancel', 'get'] as const)
    await ask(`batch.${name}`, { batchId })
  await app.idle(batchId)
  await ask('app.state', {})
  await ask('batch.list', {})
  await ask('template.list', {})
  await ask('folder.list', { path: source })
  await ask('host.chooseFolder', {})
  await ask('host.chooseFiles', {})
  await ask('host.chooseSavePath', { suggestedName: 'x.xlsx', format: 'xlsx' })
  await ask('host.reveal', { path: source })
  await app.close()
})

test('every trouble is data with a code and a sentence', async () => {
  const { app } = await openTestApp(testFolder())
  const fail = async (name: string, input: unknown) => {
    const result = await app.dispatch(name, input)
    return result.ok ? 'ok' : `${result.error.code}: ${result.error.message}`
  }
  expect(await fail('batch.erase', {})).toBe(
    'invalid_input: The request was not understood: there is no command “batch.erase”.',
  )
  expect(await fail('toString', {})).toContain('there is no command')
  expect(await fail('batch.get', { batchId: 7 })).toMatch(/^invalid_input: .*batchId/)
  expect(await fail('batch.get', null)).toMatch(/^invalid_input/)
  expect(await fail('batch.get', { batchId: 'x' })).toMatch(/^not_found/)
  expect(await fail('batch.documents', { batchId: 'x', limit: 5000 })).toMatch(/^invalid_input/)
  expect(await fail('batch.create', { paths: ['/nowhere'] })).toMatch(/^folder_not_found/)
  await app.close()
})

test('a batch that cannot begin leaves nothing behind', async () => {
  const { app, call, codeOf } = await openTestApp(testFolder())
  const paths = [testFolder({ 'a.pdf': '1 page' })]
  const create = (input: object) => codeOf('batch.create', { paths, ...input })
  expect(await create({ template: 'menu' })).toBe('no_template')
  expect(await create({ template: '/nowhere/menu.json' })).toBe('template_invalid')
  expect(await create({ output: '/tmp/results.docx' })).toBe('output_unsupported')
  expect(await create({ output: '/nowhere/results.xlsx' })).toBe('output_locked')
  expect(await create({ paths: [testFolder({ 'a.txt': 'x' })] })).toBe('nothing_to_read')
  expect(await create({ samples: true })).toBe('folder_not_found')
  expect(await call('batch.list', {})).toEqual([])
  await app.close()
})
