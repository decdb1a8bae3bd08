import type { ResultRecord, TypeRecord } from './record.ts'
import type { Holds } from './tablesOf.ts'
import { typeRecord } from './typeTable.ts'
import { writeText } from './writeText.ts'

/** Writes the records as one JSON array, in the order of intake; equal records give equal bytes. */
export async function writeJson(
  file: string,
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): Promise<void> {
  await writeText(file, jsonParts(records, holds === 'types' ? typeRecord : (record) => record))
}

/** Writes one record a line, each an object of the JSON export, in the order of intake. */
export async function writeJsonLines(
  file: string,
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): Promise<void> {
  await writeText(file, jsonLines(records, holds === 'types' ? typeRecord : (record) => record))
}

function* jsonParts(
  records: Iterable<ResultRecord>,
  told: (record: ResultRecord) => ResultRecord | TypeRecord,
): Generator<string> {
  let before = '['
  for (const record of records) {
    yield `${before}\n  ${readableJson(told(record), '  ')}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function* jsonLines(
  records: Iterable<ResultRecord>,
  told: (record: ResultRecord) => ResultRecord | TypeRecord,
): Generator<string> {
  for (const record of records) yield `${JSON.stringify(told(record))}\n`
}

const lineWidth = 100

/** JSON on one line where it fits, so that a box or a check reads as one thing. */
export function readableJson(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)
  if (indent.length + flat.length <= lineWidth || typeof value !== 'object' || value === null)
    return flat
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((entry) => readableJson(entry, inner))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${JSON.stringify(key)}: ${readableJson(entry, inner)}`)
  const body = parts.map((part) => `\n${inner}${part}`).join(',')
  return isList ? `[${body}\n${indent}]` : `{${body}\n${indent}}`
}
