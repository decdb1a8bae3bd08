import { z } from 'zod'

export const empty = z.object({})
export const batchId = z.object({ batchId: z.string() })
/** Kept in memory alone. */
export const password = z.string().min(1).max(1000)
export const documentId = z.object({ documentId: z.string() })
export const itemId = z.number().int()
