import { z } from 'zod'
import { comparison, correction } from '../views.ts'

/** Exports that come back corrected. */
export const roundTripCommands = {
  /** What a corrected workbook or CSV says that Sheaf does not; nothing is changed. */
  'roundTrip.compare': { input: z.object({ path: z.string().min(1) }), output: comparison },
  /** Takes differences over as corrections: one act a document, all of which `batch.undo` takes back. */
  'roundTrip.apply': {
    input: z.object({ batchId: z.string(), corrections: z.array(correction).min(1).max(5000) }),
    output: z.object({
      acts: z.array(z.number().int()),
      applied: z.number().int(),
      /** Why those of some documents could not be. */
      failures: z.array(
        z.object({
          documentId: z.string(),
          corrections: z.number().int(),
          failure: z.object({ code: z.string(), message: z.string() }),
        }),
      ),
    }),
  },
} as const
