import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * What stands beside an export and lets anybody see, on any computer, whether it is what was written: hashes of
 * what went in, of what it was read with and of what came out, and a log in which each entry holds the hash of
 * the one before it. The last entry holds the hashes of all other parts, so its own hash speaks for the whole.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const result = z.object({
  /**
   * What its name adds to that of the export, before the ending; empty: the export itself. Null: a page beside it,
   * whose name never changes, because the workbook links to it.
   */
  suffix: z.string().nullable(),
  name: z.string(),
  bytes: z.number().int(),
  sha256,
})

const input = z.object({
  index: z.number().int(),
  filename: z.string(),
  bytes: z.number().int().nullable(),
  /** null: the file could not be opened. */
  sha256: sha256.nullable(),
  status: z.string(),
})

const entry = z.looseObject({ at: z.string().nullable(), event: z.string(), hash: sha256 })

export const proofSchema = z.object({
  sheaf: z.literal('proof'),
  version: z.literal(1),
  app_version: z.string(),
  written_at: z.string(),
  batch: z.object({ id: z.string(), name: z.string(), reference: z.string().nullable() }),
  /** Why it does not hold the whole batch; null: it does. */
  partial: z.string().nullable(),
  results: z.array(result).min(1),
  /** What the files hold, in whatever format: the objects of the JSON export, one a line. Null: words alone. */
  records: z.object({ count: z.number().int(), sha256 }).nullable(),
  configuration: z.record(z.string(), z.unknown()),
  inputs: z.array(input),
  log: z.array(entry).min(1),
  /** The hash of the last entry. */
  proof: sha256,
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
