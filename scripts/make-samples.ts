import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './samples/build.ts'
import { documents } from './samples/catalogue.ts'
import { oddFiles } from './samples/odd.ts'
import type { Truth } from './samples/truth.ts'

/**
 * Makes resources/samples and resources/samples-odd: fictitious documents with their truth.
 * The same script gives the same bytes. For the HEIC file install heif-enc (`apt install libheif-examples`);
 * without it the file that is there stays as it is.
 */
const resources = fileURLToPath(new URL('../resources', import.meta.url))
const folder = path.join(resources, 'samples')

const truths: Truth[] = []
for (const document of documents) {
  const { bytes, truth } = await build(document)
  truths.push(truth)
  if (bytes === null) {
    console.warn(
      `${document.file} is left as it is: heif-enc is missing (apt install libheif-examples).`,
    )
    continue
  }
  fs.writeFileSync(path.join(folder, document.file), bytes)
  console.log(`${document.file}  ${Math.ceil(bytes.length / 1024)} KB`)
}

const jsonl = (lines: readonly Truth[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const ofType = (type: Truth['doc_type']) => truths.filter((truth) => truth.doc_type === type)
fs.writeFileSync(path.join(folder, 'truth.jsonl'), jsonl(truths))
fs.writeFileSync(path.join(folder, 'truth-invoices.jsonl'), jsonl(ofType('invoice')))
fs.writeFileSync(path.join(folder, 'truth-receipts.jsonl'), jsonl(ofType('receipt')))

for (const [file, bytes] of Object.entries(await oddFiles()))
  fs.writeFileSync(path.join(resources, 'samples-odd', file), bytes)
