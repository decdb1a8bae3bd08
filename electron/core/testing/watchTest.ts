import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unwrap } from '../../../workers/errors.ts'
import type { Input, WatchView } from '../../contract.ts'
import type { AppOptions } from '../createApp.ts'
import { openTestApp, type TestApp } from './testApp.ts'

/** A stub document that begins and ends as a PDF does. */
export function stubPdf(words: string): string {
  return `1 page ${words} %PDF-1.7\n%%EOF\n`
}

/** Puts files into a folder. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}

/** An app whose watched folders are looked at when the test says so, at a time that the test says. */
export interface WatchTest extends TestApp {
  add(config: Input<'watch.add'>): Promise<WatchView>
  /** So many seconds later, one look. */
  look(seconds: number): Promise<WatchView>
  /** Looks until everything that is whole was taken and read, and what follows is done. */
  lookOut(): Promise<WatchView>
  /** What was read, by name, in the order of reading. */
  documents(): Promise<readonly string[]>
  close(): Promise<void>
}

let time = Date.UTC(2026, 4, 4, 9, 30)

export async function openWatchTest(
  dataDir: string,
  options: Partial<AppOptions> = {},
): Promise<WatchTest> {
  const test = await openTestApp(dataDir, { now: () => new Date(time), ...options })
  const watchId = async () => (await test.call('watch.list', {}))[0]?.id ?? 0

  async function look(seconds: number): Promise<WatchView> {
    time += seconds * 1000
    return test.call('watch.scanNow', { watchId: await watchId() })
  }

  async function idle(): Promise<void> {
    for (const { id } of await test.call('batch.list', { limit: 500 })) await test.app.idle(id)
  }

  return {
    ...test,
    add: async (config) => unwrap(await test.app.dispatch('watch.add', config)) as WatchView,
    look,
    async lookOut() {
      for (const seconds of [0, 6, 12]) {
        await look(seconds)
        await idle()
      }
      return look(1)
    },
    async documents() {
      const batches = await test.call('batch.list', { limit: 500 })
      const names: string[] = []
      for (const { id: batchId } of [...batches].reverse()) {
        const { rows } = await test.call('batch.documents', { batchId, limit: 500 })
        names.push(
          ...rows.filter(({ documentId }) => documentId !== null).map((row) => row.filename),
        )
      }
      return names
    },
    close: () => test.app.close(),
  }
}
