import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { ResultRecord } from '../../../workers/export/record.ts'
import { testFolder } from '../../core/testing/testApp.ts'
import { apiResults } from './apiSchemas.ts'

/** The example as a person runs it, against a Sheaf of its own that reads real files. */
const project = join(import.meta.dirname, '../../..')
const cli = join(project, 'electron', 'cli.ts')
const samples = ['invoice-en-us-cedar-loop-studio.pdf', 'receipt-de-baeckerei-morgenhall.jpg']

test('the example drives a whole batch: samples sent, followed, looked at, kept as a workbook', async () => {
  const dataDir = testFolder()
  const home = testFolder()
  const folder = join(home, 'Mai & März')
  mkdirSync(folder)
  for (const name of samples)
    copyFileSync(join(project, 'resources/samples', name), join(folder, name))
  const node = (...args: string[]) => execFileSync(process.execPath, args, { encoding: 'utf8' })
  const key = node(
    cli,
    'clients',
    'add',
    'Robot',
    '--write',
    '--folder',
    home,
    '--data-dir',
    dataDir,
  )

  const served = spawn(process.execPath, [cli, 'serve', '--api', '--data-dir', dataDir])
  try {
    const address = await saidBy(served.stderr, /http:\/\/127\.0\.0\.1:\d+\/v1/)
    const env = { SHEAF_ADDRESS: address, SHEAF_KEY: key.trim() }
    const robot = async (output: string) => {
      const script = spawn(process.execPath, ['examples/robot.mjs', folder, output], {
        ...{ cwd: project, env: { ...process.env, ...env } },
      })
      return saidBy(script.stdout, /[\s\S]*kept as .*/)
    }

    const workbook = join(home, 'results.xlsx')
    const said = await robot(workbook)
    expect(said).toMatch(
      /^\d{6}-[0-9a-f]{4}: 2 files, about (\d+|\?) s\n(completed|partial_failed): \{/,
    )
    for (const name of samples) expect(said).toContain(`${name}: `)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(workbook)
    expect(book.getWorksheet('Documents')?.rowCount).toBe(3)

    // Read before, so nothing is read again; and the same values as JSON.
    const results = join(home, 'results.json')
    await robot(results)
    const records: ResultRecord[] = JSON.parse(readFileSync(results, 'utf8'))
    apiResults.parse(records)
    expect(records.map(({ filename }) => filename)).toEqual(samples)
    expect(new Set(records.map(({ reference }) => reference))).toEqual(new Set([basename(folder)]))
    const number = records[0]?.fields.find(({ name }) => name === 'invoice_number')
    expect(number?.value).toBeTruthy()

    const headers = { authorization: `Bearer ${key.trim()}` }
    const csv = async (query: string) => {
      const path = `/batches/${records[0]?.batch_id}/export?format=csv${query}`
      return Buffer.from(await (await fetch(address + path, { headers })).arrayBuffer())
    }
    expect((await csv('')).toString()).toMatch(/^file_index,/)
    expect((await csv('&csv_for=de-DE')).toString()).toMatch(/^\ufeff"?file_index"?;/)
    const lines = (await csv('&table=line_items')).toString().trim().split('\n')
    expect(lines.length).toBeGreaterThan(3)

    const page = await fetch(`${address}/documents/${records[0]?.document_id}/pages/1.png`, {
      headers,
    })
    const picture = Buffer.from(await page.arrayBuffer())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(10_000)
  } finally {
    served.kill('SIGTERM')
  }
}, 240_000)

/** What a stream has said when it says this; throws at its end. */
async function saidBy(stream: NodeJS.ReadableStream, words: RegExp): Promise<string> {
  let said = ''
  for await (const chunk of stream) {
    said += chunk
    const found = words.exec(said)
    if (found) return found[0]
  }
  throw new Error(`it ended after: ${said}`)
}
