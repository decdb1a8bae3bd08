import { z } from 'zod'
import type { Failure, Result } from '../workers/errors.ts'
import type { ExportFormat } from './choices.ts'
import { appCommands } from './commands/appCommands.ts'
import { batchCommands } from './commands/batchCommands.ts'
import { batchContentCommands } from './commands/batchContentCommands.ts'
import { clientCommands } from './commands/clientCommands.ts'
import { documentCommands } from './commands/documentCommands.ts'
import { exportCommands } from './commands/exportCommands.ts'
import { hookCommands } from './commands/hookCommands.ts'
import { layoutCommands } from './commands/layoutCommands.ts'
import { roundTripCommands } from './commands/roundTripCommands.ts'
import { templateCommands } from './commands/templateCommands.ts'
import { watchCommands } from './commands/watchCommands.ts'
import { batchSummary, templateSummary } from './views.ts'
import { watchView } from './watchView.ts'

/**
 * Every command and event that crosses from the face to the core, once.
 * Adding a command touches its file in `commands/` and its handler; hosts and client never change.
 * What they give to be shown is described in views.ts.
 */

export type { ExportFormat, ReaderMode } from './choices.ts'
export type { TemplateFormat } from './commands/templateCommands.ts'
export type {
  Decisions,
  PreflightReport,
} from './preflightView.ts'
export type { WatchView } from './watchView.ts'

export const commands = {
  ...appCommands,
  ...batchCommands,
  ...batchContentCommands,
  ...clientCommands,
  ...documentCommands,
  ...exportCommands,
  ...hookCommands,
  ...layoutCommands,
  ...roundTripCommands,
  ...templateCommands,
  ...watchCommands,
} as const

export type CommandName = keyof typeof commands
export type Input<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type ParsedInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type Output<N extends CommandName> = z.output<(typeof commands)[N]['output']>

/** One function per command; a missing one is a type error. */
export type Handlers = {
  [N in CommandName]: (input: ParsedInput<N>) => Output<N> | Promise<Output<N>>
}

export const events = {
  /** The batch moved: counts, pages, lifecycle. At most five a second and batch, and one at its end. */
  'batch.changed': batchSummary,
  /** A document was stored, corrected, approved or failed. At most five a second and batch. */
  'document.changed': z.object({
    batchId: z.string(),
    itemId: z.number().int(),
    documentId: z.string().nullable(),
    /** More of them, where they come faster than they are told. */
    others: z
      .array(z.object({ itemId: z.number().int(), documentId: z.string().nullable() }))
      .optional(),
  }),
  /** A template was saved, removed or brought back: all that can be chosen now. */
  'templates.changed': z.array(templateSummary),
  /** Watched folders: one was added, changed or removed, or something happened in it. All of them. */
  'watches.changed': z.array(watchView),
} as const
export type EventName = keyof typeof events
export type AppEvent = {
  [N in EventName]: { name: N; payload: z.output<(typeof events)[N]> }
}[EventName]

/** How a face reaches the core, whatever the host: window.bridge in Electron, fetch and EventSource on loopback. */
export interface Transport {
  call(name: string, input: unknown): Promise<Result<unknown>>
  /** Returns what ends the subscription. */
  listen(receive: (event: AppEvent) => void): () => void
  /** Address of a page's picture for an <img>. */
  pageUrl(imageId: string): string
  /**
   * Paths of what was dropped or picked in the page. Electron knows them; the loopback host is sent
   * copies, which it keeps in the data folder, and answers with their place there.
   */
  pathsOf(files: readonly DroppedFile[]): Promise<Result<readonly string[]>>
}

export interface DroppedFile {
  readonly file: File
  /** Path inside what was dropped, with `/`: `invoices/may/1.pdf`. */
  readonly relativePath: string
}

/** What a host can do for the core; a host without dialogs gives null. */
export interface Host {
  readonly dialogs: boolean
  chooseFolder(): Promise<string | null>
  chooseFiles(): Promise<readonly string[] | null>
  chooseSavePath(suggestedName: string, format: ExportFormat): Promise<string | null>
  reveal(path: string): Promise<boolean>
  /** Whether the computer runs on battery, null when nobody knows; a host that cannot tell leaves it out. */
  onBattery?(): Promise<boolean | null>
  /** Tells the person that something is done, through the system; a host without a way to leaves it out. */
  notify?(notice: Notice): void
}

export interface Notice {
  readonly batchId: string
  readonly title: string
  readonly words: string
}

export type { Failure, Result }
