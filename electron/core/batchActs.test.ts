import { expect, test } from 'vitest'
import type { BatchSummary } from '../views.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

const states = ['running', 'paused', 'cancelling', 'finished', 'cancelled'] as const
type State = (typeof states)[number]

/** A batch of six files in a state, held there by a gate in front of every page. */
async function batchIn(state: State) {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const opened = await openTestApp(testFolder(), { pool })
  const { app, call } = opened
  const names = ['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf', '6.pdf']
  const source = testFolder(Object.fromEntries(names.map((name) => [name, `1 page ${name}`])))
  const { id: batchId } = await call('batch.create', { paths: [source], template: 'invoice' })
  await gate.reached(3)
  if (state === 'paused') await call('batch.pause', { batchId })
  if (state === 'cancelling') await call('batch.cancel', { batchId, when: 'after_pages' })
  if (state === 'cancelled') await call('batch.cancel', { batchId })
  if (state === 'finished') gate.open()
  if (state === 'cancelled' || state === 'finished') await app.idle(batchId)
  return { ...opened, gate, batchId }
}

type Act = (
  test: Pick<TestApp, 'call' | 'codeOf'> & { readonly batchId: string },
) => Promise<unknown>

const more = testFolder({ 'more.pdf': '1 page more' })
const acts: Readonly<Record<string, Act>> = {
  pause: ({ call, batchId }) => call('batch.pause', { batchId }),
  resume: ({ call, batchId }) => call('batch.resume', { batchId }),
  'cancel now': ({ call, batchId }) => call('batch.cancel', { batchId }),
  'cancel after pages': ({ call, batchId }) =>
    call('batch.cancel', { batchId, when: 'after_pages' }),
  retry: ({ call, batchId }) => call('batch.retry', { batchId }),
  reextract: ({ codeOf, batchId }) => codeOf('batch.reextract', { batchId, template: 'receipt' }),
  update: ({ call, batchId }) => call('batch.update', { batchId, priority: 'low' }),
}

/** Lifecycle and outcome when all is quiet, and how many of the six files are read. */
const quiet = ({ lifecycle, outcome, counts }: BatchSummary) =>
  `${lifecycle}${outcome ? ` ${outcome}` : ''} ${counts.completed}`

const ends: Readonly<Record<string, Readonly<Record<State, string>>>> = {
  pause: {
    running: 'paused 3',
    paused: 'paused 3',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
  resume: {
    running: 'finished completed 6',
    paused: 'finished completed 6',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
  'cancel now': {
    running: 'finished cancelled 0',
    paused: 'finished cancelled 0',
    cancelling: 'finished cancelled 0',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
  'cancel after pages': {
    running: 'finished cancelled 3',
    paused: 'finished cancelled 3',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
  retry: {
    running: 'finished completed 6',
    paused: 'paused 3',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished completed 6',
  },
  reextract: {
    running: 'finished completed 6',
    paused: 'paused 3',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
  update: {
    running: 'finished completed 6',
    paused: 'paused 3',
    cancelling: 'finished cancelled 3',
    finished: 'finished completed 6',
    cancelled: 'finished cancelled 0',
  },
}

const cases = Object.keys(acts).flatMap((act) => states.map((state) => [act, state] as const))

test.each(cases)('%s of a batch that is %s', async (act, state) => {
  const opened = await batchIn(state)
  await acts[act]?.(opened)
  opened.gate.open()
  const { pending, running, ...counts } = (await opened.app.idle(opened.batchId)).counts
  expect(running).toBe(0)
  expect(quiet(await opened.app.idle(opened.batchId))).toBe(ends[act]?.[state])
  expect(Object.values(counts).reduce((sum, count) => sum + count, pending)).toBe(6)
  await opened.app.close()
})

test.each([
  ['running', 'running', 7],
  ['paused', 'paused', 7],
  ['cancelling', 'running', 7],
  ['finished', 'running', 7],
  ['cancelled', 'running', 7],
] as const)('files added to a batch that is %s: it is %s', async (state, lifecycle, items) => {
  const { app, call, gate, batchId } = await batchIn(state)
  const adding = call('batch.add', { batchId, paths: [more] })
  if (state === 'cancelling') gate.open()
  const { batch } = await adding
  expect(batch).toMatchObject({ lifecycle, items })
  gate.open()
  const { counts } = await app.idle(batchId)
  expect(counts.completed).toBe(
    { running: 7, paused: 3, cancelling: 4, finished: 7, cancelled: 1 }[state],
  )
  await app.close()
})
