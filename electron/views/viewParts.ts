import { z } from 'zod'
import { statuses } from '../../workers/model.ts'

/* What views of several kinds are made of. */

/** [left, top, right, bottom] in page points, origin top left, of the upright page. */
export const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

export const size = z.tuple([z.number(), z.number()])

export const failure = z.object({ code: z.string(), message: z.string() })

export const status = z.enum(statuses)

export type Status = z.infer<typeof status>
