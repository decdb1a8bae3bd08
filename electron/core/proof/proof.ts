import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * What stands beside an export and lets anybody see, on any computer, whether it is what was written: hashes of
 * what went in, of what it was read with and of what came out, and a log in which each entry holds the hash of
 * the one before it. The last entry holds the hashes of all other parts, so its own hash speaks for the whole.
 */

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, in hex.')
const time = z.string().describe('ISO 8601 with a time zone: 2026-05-04T09:30:00.000Z.')

const result = z.strictObject({
  suffix: z
    .string()
    .regex(/^[^/\\]*$/)
    .nullable()
    .describe(
      'What its name adds to that of the export, before the ending; empty: the export itself. null: a page beside it, whose name never changes, because the workbook links to it.',
    ),
  name: z.string(),
  bytes: z.number().int(),
  sha256,
})

const input = z.strictObject({
  index: z.number().int().describe('Position in the order of intake, from 0.'),
  filename: z.string(),
  bytes: z.number().int().nullable(),
  sha256: sha256.nullable().describe('null: the file could not be opened.'),
  status: z.string().describe('How it ended: done, failed, skipped …'),
})

const entry = z
  .looseObject({
    at: z.string().nullable(),
    event: z.string(),
    hash: sha256,
  })
  .describe(
    '`hash` is the SHA-256 of the hash before it (of the first: nothing), a line feed and the entry as JSON without `hash`. The last entry, `export.written`, has under the name of each other part the SHA-256 of that part as JSON.',
  )

/** Strict: nothing speaks for what somebody adds. Another part needs another version. */
export const proofSchema = z.strictObject({
  sheaf: z.literal('proof'),
  version: z.literal(1),
  app_version: z.string(),
  written_at: time,
  batch: z.strictObject({ id: z.string(), name: z.string(), reference: z.string().nullable() }),
  partial: z.string().nullable().describe('Why it does not hold the whole batch; null: it does.'),
  results: z.array(result).min(1),
  records: z
    .strictObject({ count: z.number().int(), sha256 })
    .nullable()
    .describe(
      'What the files hold, in whatever format: the objects of the JSON export, one a line. null: words alone.',
    ),
  configuration: z
    .record(z.string(), z.unknown())
    .describe('What it was read with; templates by their hashes.'),
  inputs: z.array(input),
  log: z.array(entry).min(1),
  proof: sha256.describe('The hash of the last entry of the log: it speaks for the whole.'),
})

export type Proof = z.infer<typeof proofSchema>
export type Entry = Omit<Proof['log'][number], 'hash'>

/** The parts that the last entry of the log speaks for. */
export const sealedParts = [
  'batch',
  'partial',
  'results',
  'records',
  'configuration',
  'inputs',
] as const

/** The hash of an entry behind another one; of the first, behind nothing. */
export function chained(before: string, entry: Entry): string {
  return hashOfText(`${before}\n${JSON.stringify(entry)}`)
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
