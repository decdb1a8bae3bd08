import { z } from 'zod'
import { csvFor } from './exportViews.ts'

/* The program itself: settings, limits, folders, findings. */

const folderFile = z.object({ name: z.string(), path: z.string(), size: z.number() })

export const folderListing = z.object({
  path: z.string(),
  /** null at the top of the file system. */
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Files that Sheaf could read, by name alone. */
  files: z.array(folderFile),
  /** Workbooks and CSV: exports may come back corrected. */
  exports: z.array(folderFile),
  /** Starting points: home, documents, desktop, drives. */
  places: z.array(z.object({ name: z.string(), path: z.string() })),
})

export type FolderListing = z.infer<typeof folderListing>

export const densities = ['comfortable', 'compact'] as const

export type Density = (typeof densities)[number]

/** What a person has chosen once, for everything. */
export const settings = z.object({
  /** Days after which a finished batch is deleted by itself; null: never. */
  retentionDays: z.number().int().min(1).max(3650).nullable(),
  /** Batches do not wait for mains power. */
  ignoreBattery: z.boolean(),
  /** Pages that are read at a time, from the next start on; null: one a core. */
  threads: z.number().int().min(1).max(64).nullable(),
  /** How CSV is written where nothing else is said. */
  csvFor,
  /** Other programs on this computer are answered, by keys. */
  httpInterface: z.boolean(),
  /** The system tells when a batch is over and Sheaf is not in front. */
  notifyAtEnd: z.boolean(),
  /** A short sound, too. */
  soundAtEnd: z.boolean(),
  /** How close rows stand. */
  density: z.enum(densities),
  /** Keys without Ctrl, Alt or ⌘ (letters, `?`, `/`) run commands. */
  letterKeys: z.boolean(),
  /** Columns of the table of documents that are left out. */
  hiddenColumns: z.array(z.string().max(40)).max(40),
  /** Percent of the room that pages take beside their fields. */
  pagesBeside: z.number().min(20).max(80),
  /** The same where the window is narrow and fields stand below. */
  pagesAbove: z.number().min(20).max(80),
})

export type Settings = z.infer<typeof settings>

/** What this computer gives to reading, and how fast it was so far. */
export const limits = z.object({
  /** Pages that are read at a time. */
  threads: z.number().int(),
  /** Where nobody has chosen a number. */
  usualThreads: z.number().int(),
  /** Kinds of page of which some were read here. */
  speeds: z.array(
    z.object({
      kind: z.enum(['text', 'ocr']),
      /** How many were measured. */
      pages: z.number().int(),
      /** With all threads at work. */
      pagesPerMinute: z.number(),
    }),
  ),
})

export type Limits = z.infer<typeof limits>

export const findingLevels = ['ok', 'warning', 'error'] as const

/** One thing that the doctor looked at. */
export const finding = z.object({
  name: z.string(),
  level: z.enum(findingLevels),
  /** What is so. */
  sentence: z.string(),
  /** What to do about it; null where nothing is to be done. */
  advice: z.string().nullable(),
})

export type Finding = z.infer<typeof finding>

/** `write`: it may begin, cancel and retry batches; every key may look at all of them. */
export const clientScopes = ['read', 'write'] as const

/** Another program that may ask, by its key. */
export const clientView = z.object({
  id: z.number().int(),
  name: z.string(),
  scope: z.enum(clientScopes),
  /** It may name files in these. */
  folders: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
})

export type ClientView = z.infer<typeof clientView>
