import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { type KeyedReview, reviewByKeys } from '../e2e/reviewByKeys.ts'
import { startHost } from '../e2e/startHost.ts'
import { browserArgs } from '../electron/browserArgs.ts'
import { migrate } from '../electron/core/db/migrate.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import { fillDatabase } from '../electron/core/testing/fillDatabase.ts'
import { findBrowser } from '../electron/findBrowser.ts'
import { openPlainList, openTable, type Scrolled, scrolled } from './scrolling.ts'
import { shippedTemplates } from './shippedTemplates.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

const times = 10
/** What there is for a picture, in ms, where sixty are asked a second. */
const frame = 1000 / 60
const large = '260504-aaaa'

/** How quick the desk is in a real browser, each figure beside what is asked. Gives what was measured. */
export async function benchDesk(items: number, { answer, say }: Surroundings): Promise<string> {
  say(`Inventing a batch of ${items} items …`)
  const host = await startHost((dataDir) => fill(dataDir, items))
  const path = findBrowser()
  const browser = await chromium.launch({
    ...(path === null ? {} : { executablePath: path }),
    args: [...browserArgs()],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.url)
    await page.getByRole('button', { name: 'Choose folder…' }).waitFor()
    const { origin } = new URL(page.url())
    say('Opening the desk …')
    const paint = await repeated(() => firstPaint(page, origin))
    say('Reading the samples …')
    const samples = await readSamples(page, origin)
    // The first one shows what nobody could have looked up ahead.
    const [, ...next] = await openings(page, samples, settling)
    const opened = await openings(page, samples, 0)
    const focus = await focusMoves(page)
    say('Reviewing the samples by keys …')
    await page.goto(`${origin}/#/batch/${batchOf(samples)}`)
    await page.getByRole('grid', { name: 'Documents' }).waitFor()
    const review = await reviewByKeys(page)
    say(`Scrolling ${items} rows …`)
    await openTable(page, `${origin}/#/batch/${large}`)
    const table = await scrolled(page)
    await openPlainList(page)
    const plain = await scrolled(page)
    const rows = [
      line('first paint, host up', paint, 1000),
      line(
        'open the next document, first time',
        next.map(({ ms }) => ms),
        150,
      ),
      line(
        'of that, until its values are there',
        next.map(({ viewMs }) => viewMs),
        150,
      ),
      line(
        'open documents without a pause',
        opened.map(({ ms }) => ms),
        150,
      ),
      line('key to next field', focus, 50),
      line(`frame, scrolling ${items} rows`, table.frames, frame),
      line('the same of a plain list', plain.frames, frame),
    ]
    for (const text of tableLines(['', 'p50 ms', 'p95 ms', 'worst ms', 'asked ms', ''], rows))
      answer(text)
    const said = ({ frames, work }: Scrolled) =>
      `${(1000 / mean(frames)).toFixed(0)} frames a second, ${work.toFixed(1)} ms of work each`
    answer(`The next document: ${waitingWords(next)}. Without a pause: ${waitingWords(opened)}.`)
    answer(reviewWords(review))
    answer(`Scrolling from top to end in three seconds: ${said(table)}.`)
    answer(`A plain list of as many rows, as the peer: ${said(plain)}.`)
    answer(
      '60 frames are asked: 16.7 ms. Work is time of the page’s own thread, whoever else is busy.',
    )
  } finally {
    await browser.close()
    await host.stop()
  }
  return `${times} times each, ${items} rows, Chromium without a screen`
}

function fill(dataDir: string, items: number): void {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  const templates = shippedTemplates()
  fillDatabase(db, { batchId: large, mark: 'scan', items, templates })
  db.close()
}

async function repeated(measure: () => Promise<number>): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await measure())
  return taken
}

/** Until the browser has painted the desk itself, not an empty page. */
async function firstPaint(page: Page, origin: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(`${origin}/#/`)
  await page.getByRole('button', { name: 'Choose folder…' }).waitFor()
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
}

/** Starts the samples and gives the addresses of their documents once all are read. */
async function readSamples(page: Page, origin: string): Promise<string[]> {
  const ids = await page.evaluate(async () => {
    const call = async (name: string, input: object) => {
      const body = JSON.stringify({ name, input })
      const headers = { 'content-type': 'application/json' }
      return (await (await fetch('/call', { method: 'POST', headers, body })).json()).value
    }
    const { id: batchId } = await call('batch.create', { samples: true })
    while ((await call('batch.get', { batchId })).lifecycle !== 'finished')
      await new Promise((resolve) => setTimeout(resolve, 500))
    const { rows } = await call('batch.documents', { batchId })
    return rows.map((row: { documentId: string | null }) => row.documentId)
  })
  return ids
    .filter((id: string | null) => id !== null)
    .slice(0, times)
    .map((id: string) => `${origin}/#/document/${id}`)
}

/** Milliseconds that nobody needs less to settle a document. */
const settling = 1000

/** How a document came onto the screen. */
interface Opening {
  readonly ms: number
  /** Until the document was there, with the place for its page. */
  readonly viewMs: number
  /** What was asked of the host before its page was there: commands and pictures. */
  readonly asked: readonly { readonly name: string; readonly ms: number }[]
}

/** From the change of address until the page's picture is decoded and painted, with a pause before each. */
async function openings(
  page: Page,
  addresses: readonly string[],
  pause: number,
): Promise<Opening[]> {
  const taken: Opening[] = []
  for (const address of addresses) {
    await page.waitForTimeout(pause)
    const opening = await page.evaluate(openOne, new URL(address).hash)
    if (opening) taken.push(opening)
  }
  return taken
}

/** Runs in the page. */
async function openOne(hash: string): Promise<Opening | null> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const before = document.querySelector('img[alt^="Page 1"]')?.getAttribute('src')
  performance.clearResourceTimings()
  const start = performance.now()
  let viewMs = 0
  window.location.hash = hash
  while (performance.now() - start < 20_000) {
    await frame()
    const image = document.querySelector<HTMLImageElement>('img[alt^="Page 1"]')
    if (!image || image.getAttribute('src') === before) continue
    viewMs ||= performance.now() - start
    if (!image.complete || image.naturalWidth === 0) continue
    await image.decode()
    await frame()
    const ms = performance.now() - start
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const asked = entries
      // From memory it is asked of nobody.
      .filter(({ startTime, duration }) => startTime < start + ms && duration > 0)
      .map(({ name, duration }) => ({
        name: new URL(name).pathname.split('/')[1] ?? '',
        ms: duration,
      }))
    return { ms, viewMs, asked }
  }
  return null
}

/** From the key until the next field has the focus and that is painted. */
async function focusMoves(page: Page): Promise<number[]> {
  await page.getByRole('textbox').first().focus()
  await page.evaluate(() => {
    const moves: number[] = []
    Object.assign(window, { moves })
    let start = 0
    window.addEventListener(
      'keydown',
      (event) => {
        start = event.timeStamp
      },
      { capture: true },
    )
    document.addEventListener('focusin', () => {
      const began = start
      requestAnimationFrame(() => setTimeout(() => moves.push(performance.now() - began)))
    })
  })
  for (let i = 0; i < 2 * times; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowDown' : 'ArrowUp')
    await page.waitForTimeout(120)
  }
  return page.evaluate(() => (window as unknown as { moves: number[] }).moves)
}

/** The batch of documents by their addresses: an id is that of the batch, of the file and of the document. */
const batchOf = ([first = '']: readonly string[]) =>
  /document\/(.*)-\d+-\d+$/.exec(first)?.[1] ?? ''

function reviewWords({ documents, values, keystrokes, seconds }: KeyedReview): string {
  const each = (keystrokes / documents).toFixed(1)
  return `Reviewing the samples by keys, from the table to the workbook: ${documents} documents with ${values} doubtful values, ${keystrokes} keystrokes (${each} a document), ${seconds.toFixed(0)} seconds for somebody who reads at once.`
}

/** How many documents were there without asking the host, and how long the others waited for it. */
function waitingWords(taken: readonly Opening[]): string {
  const asking = taken.filter(({ asked }) => asked.length > 0)
  if (asking.length === 0)
    return `all ${taken.length} pages were there, nothing was asked of the host`
  const count = (kind: string) =>
    asking.reduce((sum, { asked }) => sum + asked.filter(({ name }) => name === kind).length, 0)
  const longest = Math.max(...asking.flatMap(({ asked }) => asked.map(({ ms }) => ms)))
  return `${taken.length - asking.length} of ${taken.length} pages were there; for the others ${count('call')} commands and ${count('page')} pictures were asked, ${longest.toFixed(0)} ms at most`
}

function mean(taken: readonly number[]): number {
  return taken.reduce((sum, ms) => sum + ms, 0) / taken.length
}

function line(name: string, taken: readonly number[], asked: number): string[] {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  // A frame waits for the screen: a tenth more than asked is the clock’s grain.
  const isEnough = at(0.95) <= asked * 1.1
  const figures = [at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(1))
  return [name, ...figures, asked.toFixed(1), isEnough ? 'ok' : 'over']
}
