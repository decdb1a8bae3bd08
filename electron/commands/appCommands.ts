import { z } from 'zod'
import { exportFormats } from '../choices.ts'
import { finding, folderListing, limits, settings, templateSummary } from '../views.ts'
import { empty, password } from './commandParts.ts'

/** What concerns the program itself: its state and upkeep, folders, the host’s dialogs, settings. */
export const appCommands = {
  /** What a face needs once at its start. */
  'app.state': {
    input: empty,
    output: z.object({
      version: z.string(),
      dataDir: z.string(),
      /** Which of the host's own dialogs there are; without them the face shows its folder browser. */
      dialogs: z.boolean(),
      hasSamples: z.boolean(),
      templates: z.array(templateSummary),
      /** What scans can be read in: languages that came along, and the person's own in the data folder. */
      languages: z.array(
        z.object({
          /** ISO 639-1 where there is one, else the name of the data. */
          code: z.string(),
          /** Tesseract's code, the name of its file. */
          data: z.string(),
          name: z.string(),
          origin: z.enum(['shipped', 'own']),
        }),
      ),
    }),
  },
  /** Looks whether everything is in order; `fix` takes away what belongs to nothing any more. */
  'app.doctor': {
    input: z.object({ fix: z.boolean().default(false) }),
    output: z.object({ findings: z.array(finding) }),
  },
  /** What this computer gives to reading, and how fast it was so far. */
  'app.limits': { input: empty, output: limits },
  /** How many passwords are tried on every batch until the program ends, after one was added or all were forgotten. */
  'app.passwords': {
    input: z.object({ add: password.nullable().default(null), forget: z.boolean().default(false) }),
    output: z.object({ count: z.number().int() }),
  },
  /** Gives the room that deleted batches left in the database back to the disk. */
  'app.compact': { input: empty, output: z.object({ freedBytes: z.number().int() }) },
  /** Writes what helps to find an error, without names of files or anything that stands in them. */
  'app.diagnose': {
    /** null: into the data folder. */
    input: z.object({ path: z.string().min(1).nullable().default(null) }),
    output: z.object({ path: z.string() }),
  },
  /** The host's folder browser; `null` starts at the user's home. */
  'folder.list': {
    input: z.object({ path: z.string().nullable().default(null) }),
    output: folderListing,
  },
  /** Native dialogs; each gives null when the host has none or the person closed it. */
  'host.chooseFolder': { input: empty, output: z.string().nullable() },
  'host.chooseFiles': { input: empty, output: z.array(z.string()).nullable() },
  'host.chooseSavePath': {
    input: z.object({ suggestedName: z.string(), format: z.enum(exportFormats) }),
    output: z.string().nullable(),
  },
  /** Shows a file in the computer's file manager; false when the host cannot. */
  'host.reveal': { input: z.object({ path: z.string() }), output: z.boolean() },
  'settings.get': { input: empty, output: settings },
  /** Changes what is named; gives all of them. */
  'settings.set': { input: settings.partial(), output: settings },
} as const
