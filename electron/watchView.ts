import { z } from 'zod'
import { exportFormats, watchStates } from './choices.ts'
import { intake } from './commands/batchCommands.ts'
import { batchSummary } from './views.ts'

/* Watched folders: how each is watched, and how it stands. */

/** What is done with each group of files: whatever a batch can be asked for, but for where and what it is called. */
const work = intake.omit({
  paths: true,
  samples: true,
  name: true,
  output: true,
  passwords: true,
  leaveOutDuplicates: true,
})

const seconds = (from: number, to: number) => z.number().min(from).max(to)

/** How a folder is watched. */
export const watchConfig = work.extend({
  folder: z.string().min(1),
  withSubfolders: z.boolean().default(true),
  /** Files that were done are moved there; null: they stay where they are. */
  moveTo: z.string().min(1).nullable().default(null),
  /** Each batch is written into this folder; null: nowhere by itself. */
  exportTo: z.string().min(1).nullable().default(null),
  /** What such a file is called: `{folder}`, `{date}` and `{time}` are filled in. */
  exportName: z
    .string()
    .trim()
    .min(1)
    .max(150)
    .refine((name) => !/[/\\:*?"<>|\p{Cc}]/u.test(name), 'a name has no / \\ : * ? " < > | in it')
    .default('{folder} {date} {time}'),
  exportFormat: z.enum(exportFormats).default('xlsx'),
  /** Between two looks. */
  everySeconds: seconds(0.2, 86_400).default(5),
  /** For so long a file must not have changed. */
  settleSeconds: seconds(0, 3600).default(5),
  /** After so long a file that never gets a proper end is taken all the same: it is damaged, and somebody has to know. */
  endlessSeconds: seconds(0, 86_400).default(300),
})
export type WatchConfig = z.output<typeof watchConfig>

/** Hooks are never shown again, because of their secrets. */
export const watchView = watchConfig.omit({ hooks: true }).extend({
  id: z.number().int(),
  isOn: z.boolean(),
  createdAt: z.string(),
  state: z.enum(watchStates),
  /** What keeps it from going on; it tries again by itself. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** When it was last looked at by this process. */
  lookedAt: z.string().nullable(),
  /** Files that are not whole yet, or may not be opened for now. */
  arriving: z.number().int(),
  locked: z.number().int(),
  /** What is no document by name and content. */
  ignored: z.number().int(),
  /** Files by what became of them. */
  counts: z.object({
    reading: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    /** Among the failed: they wait for a password. */
    needPassword: z.number().int(),
    duplicate: z.number().int(),
    /** A person cancelled or removed them. */
    setAside: z.number().int(),
    /** There before the folder was watched. */
    left: z.number().int(),
    moved: z.number().int(),
  }),
  /** When a file was last taken or done. */
  activeAt: z.string().nullable(),
  /** The latest of its batches, the newest first. */
  batches: z.array(
    batchSummary.pick({ id: true, name: true, lifecycle: true, outcome: true, items: true }),
  ),
})
export type WatchView = z.output<typeof watchView>
