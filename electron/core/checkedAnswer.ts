import { z } from 'zod'
import { AppError, errorCodes, failureOf, type Result } from '../../workers/errors.ts'
import { readers } from '../../workers/model.ts'
import type { PoolTask } from './poolLimits.ts'

/*
 * What the core relies on without looking, and no more: a page of 400 words costs 0.1 ms. Keys that
 * are not named here pass, so that a new one needs no entry.
 */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const word = z.looseObject({
  text: z.string(),
  box,
  confidence: z.number(),
  reader: z.enum(readers),
})
const page = z.looseObject({
  number: z.int().positive(),
  size: z.tuple([z.number(), z.number()]),
  rotation: z.literal([0, 90, 180, 270]),
  words: z.array(word),
  others: z.array(z.array(word)).optional(),
  reader: z.enum(readers),
  readerReason: z.string(),
  confidence: z.number(),
  language: z.string().nullable(),
})
const field = z.looseObject({
  name: z.string(),
  value: z.string().nullable(),
  confidence: z.number(),
  needsReview: z.boolean(),
  reasons: z.array(z.string()),
  candidates: z.array(z.looseObject({ value: z.string(), confidence: z.number() })),
})
const document = z.looseObject({
  pages: z.tuple([z.int().positive(), z.int().positive()]),
  type: z.string(),
  category: z.string(),
  typeConfidence: z.number(),
  fields: z.array(field),
  tables: z.record(z.string(), z.array(z.record(z.string(), field))),
  checks: z.array(z.looseObject({ code: z.string(), passed: z.boolean(), sentence: z.string() })),
  confidence: z.number(),
  needsReview: z.boolean(),
})

const answers: Readonly<Record<PoolTask, z.ZodType>> = {
  inspectFile: z.looseObject({
    type: z.string(),
    size: z.number(),
    sha256: z.string(),
    pageCount: z.int().min(0),
    protection: z.enum(['none', 'owner', 'password']),
  }),
  readPage: z.looseObject({
    page,
    engine: z.string(),
    seconds: z.number(),
    previewWritten: z.boolean(),
  }),
  renderPreview: z.unknown(),
  extract: z.looseObject({ documents: z.array(document) }),
  findMatches: z.array(z.looseObject({ page: z.int().positive(), text: z.string(), box })),
  writeExport: z.unknown(),
  renderPages: z.array(z.string()),
  readSheets: z.unknown(),
}

const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.looseObject({
    ok: z.literal(false),
    error: z.looseObject({
      code: z.enum(errorCodes as [string, ...string[]]),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
])

/** The answer to a task as it came, or an internal failure where it is none that the core could use. */
export function checkedAnswer(name: PoolTask, result: unknown): Result<unknown> {
  const { data: given } = outcome.safeParse(result)
  const isGood = given && (!given.ok || answers[name].safeParse(given.value).success)
  if (isGood) return result as Result<unknown>
  const problem = `the answer to “${name}” makes no sense`
  return { ok: false, error: failureOf(new AppError('internal', { problem })) }
}
