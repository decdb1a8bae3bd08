import { z } from 'zod'
import { watchConfig, watchView } from '../watchView.ts'
import { empty } from './commandParts.ts'

const watchId = z.object({ watchId: z.number().int() })

/** Folders that are watched while the program runs. */
export const watchCommands = {
  'watch.list': { input: empty, output: z.array(watchView) },
  'watch.add': {
    input: watchConfig.extend({
      isOn: z.boolean().default(true),
      /** `leave`: what lies in the folder now is not read. */
      existing: z.enum(['take', 'leave']).default('take'),
    }),
    output: watchView,
  },
  /** How it is watched from now on; batches that were begun stay as they are. */
  'watch.change': {
    input: watchConfig.extend({ watchId: z.number().int() }),
    output: watchView,
  },
  /** Forgets the folder and what was done in it. Batches and files stay. */
  'watch.remove': { input: watchId, output: z.object({}) },
  'watch.pause': { input: watchId, output: watchView },
  'watch.resume': { input: watchId, output: watchView },
  /** Looks once, also into a paused one; `again`: files that failed or were set aside are taken once more. */
  'watch.scanNow': {
    input: z.object({ watchId: z.number().int(), again: z.boolean().default(false) }),
    output: watchView,
  },
} as const
