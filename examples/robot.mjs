/**
 * A robot: sends a folder of documents to the Sheaf on this computer, waits until they are read, says which values a
 * person should look at, and keeps the workbook.
 *   SHEAF_KEY=… node examples/robot.mjs FOLDER results.xlsx
 * Switch it on with `serve --api` or in Settings, “Other programs”, where the key is made, too.
 */
import { openAsBlob } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const { SHEAF_ADDRESS: address = 'http://127.0.0.1:7483/v1', SHEAF_KEY: key } = process.env
const [folder = '.', output = 'results.xlsx'] = process.argv.slice(2)

async function ask(path, options = {}) {
  const headers = { authorization: `Bearer ${key}`, ...options.headers }
  const response = await fetch(address + path, { ...options, headers })
  if (response.ok) return response
  const { error } = await response.json()
  throw new Error(`${error.message} [${error.code}]`)
}
const json = async (path, options) => (await ask(path, options)).json()

const form = new FormData()
form.append('reference', basename(folder))
for (const name of await readdir(folder))
  form.append('files', await openAsBlob(join(folder, name)), name)
const begun = await json('/batches', { method: 'POST', body: form })
console.log(`${begun.batch_id}: ${begun.total} files, about ${begun.estimated_seconds ?? '?'} s`)

let batch = await json(`/batches/${begun.batch_id}`)
for (; batch.status !== 'finished'; batch = await json(`/batches/${begun.batch_id}`))
  await wait(500)
console.log(`${batch.outcome}: ${JSON.stringify(batch.counts)}`)

for (const { filename, fields, error } of await json(`/batches/${begun.batch_id}/results`)) {
  const doubtful = fields.filter((field) => field.needs_review).map((field) => field.label)
  console.log(`${filename}: ${error?.message ?? (doubtful.join(', ') || 'nothing to look at')}`)
}

const format = extname(output).slice(1)
const file = await ask(`/batches/${begun.batch_id}/export?format=${format}`)
await writeFile(output, file.body)
console.log(`kept as ${output}`)
