import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unwrap } from '../../../workers/errors.ts'
import type { AppEvent, CommandName, Host, Input, Output } from '../../contract.ts'
import { type App, type AppOptions, createApp } from '../createApp.ts'
import type { Pool } from '../pool.ts'
import type { Probes } from '../throttle.ts'
import { stubPool } from './stubPool.ts'

export const silentHost: Host = {
  dialogs: false,
  chooseFolder: async () => null,
  chooseFiles: async () => null,
  chooseSavePath: async () => null,
  reveal: async () => false,
}

/** A computer with room for everything, which plugs nobody out. */
export const roomyProbes: Probes = {
  onBattery: async () => null,
  memory: async () => null,
  disk: async () => null,
}

export interface TestApp {
  readonly app: App
  readonly events: AppEvent[]
  /** A command that has to succeed. */
  call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>
  /** The code with which a command fails, `ok` when it does not. */
  codeOf(name: string, input: unknown): Promise<string>
}

/** A folder of its own for a test, with what the test puts into it; gone at the end of the run (`scripts/tests/ownTemp.ts`). */
export function testFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

/** What a process that was killed now would leave behind: its data folder as it is on the disk. */
export function killedCopy(dataDir: string): string {
  const copy = testFolder()
  cpSync(dataDir, copy, { recursive: true })
  return copy
}

/**
 * The app on real SQLite with a stub pool and a clock that advances a second whenever it is read; with `pool: null`
 * its own pool, as long as nothing is to be done in it.
 */
export async function openTestApp(
  dataDir: string,
  {
    pool = stubPool(),
    ...options
  }: { pool?: Pool | null } & Partial<Omit<AppOptions, 'pool'>> = {},
): Promise<TestApp> {
  const app = await createApp({
    dataDir,
    resourcesDir: templatesFolder(),
    workerFile: 'none: a stub pool is passed in',
    checkFile: join(import.meta.dirname, '..', 'db', 'checkThread.ts'),
    fork: () => {
      throw new Error('a stub pool is passed in')
    },
    host: silentHost,
    version: '0.0.0-test',
    goOn: true,
    now: tickingClock(),
    probes: roomyProbes,
    ...options,
    ...(pool && { pool }),
  })
  const events: AppEvent[] = []
  app.listen((event) => events.push(event))
  return {
    app,
    events,
    async call<N extends CommandName>(name: N, input: Input<N>) {
      return unwrap(await app.dispatch(name, input)) as Output<N>
    },
    async codeOf(name, input) {
      const result = await app.dispatch(name, input)
      return result.ok ? 'ok' : result.error.code
    },
  }
}

export function tickingClock(): () => Date {
  let time = Date.UTC(2026, 4, 4, 9, 30)
  return () => {
    time += 1000
    return new Date(time)
  }
}

const field = { name: 'invoice_number', label: 'Invoice number', type: 'text' }
const total = { name: 'grand_total', label: 'Total', type: 'amount' }
const column = { name: 'description', label: 'Description', type: 'text' }
const invoice = {
  ...{ name: 'invoice', version: 1, title: 'Invoice', category: 'invoice' },
  fields: [field, total],
  tables: [{ name: 'line_items', label: 'Line items', kind: 'items', columns: [column] }],
}

function templatesFolder(): string {
  const receipt = { ...invoice, name: 'receipt', title: 'Receipt', fields: [total] }
  return testFolder({
    'templates/invoice.json': JSON.stringify(invoice),
    'templates/receipt.json': JSON.stringify(receipt),
  })
}
