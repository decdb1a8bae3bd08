import type { Input, ReaderMode } from '../contract.ts'
import type { BatchKind, ExportOptions, Priority } from '../views.ts'
import type { CommandName } from './commandTable.ts'
import type { Shell } from './shells.ts'

/** What goes with every command that opens a data folder. */
export interface Common {
  readonly dataDir: string | null
  readonly threads: number | null
  /** Batches do not wait for mains power. */
  readonly onBattery: boolean
  /** The answer as data. */
  readonly json: boolean
}

/** Passwords for locked files, named or in a text file with one a line. */
export interface PasswordOptions {
  readonly passwordFile: string | null
  readonly passwords: readonly string[]
}

/** How files are written, beside their format; null: as usual. */
export type Writing = ExportOptions

/** How much is said on stderr while a batch is worked on. */
export type Telling = 'progress' | 'events' | 'nothing'

/** A batch as the command line asks for it. */
export type BatchCommand = {
  readonly kind: BatchKind
  readonly paths: readonly string[]
  readonly samples: boolean
  readonly outputs: readonly string[]
  readonly template: string
  readonly reader: ReaderMode
  readonly languages: readonly string[]
  /** Of `read`: tables as grids beside the words. */
  readonly tables: boolean
  /** Of `extract`: a file may hold several documents. */
  readonly split: 'never' | 'auto'
  readonly name: string | null
  readonly reference: string | null
  readonly priority: Priority
  readonly telling: Telling
  /** Of files with the same content, only the first is read. */
  readonly leaveOutDuplicates: boolean
  /** Of `extract`: values that are less sure are looked at; null: as was measured. */
  readonly threshold: number | null
  readonly writing: Writing
} & PasswordOptions &
  Common

/** A folder to watch until Ctrl-C; what is not named stays as it was when the folder was watched before. */
export type WatchCommand = {
  readonly kind: 'watch'
  readonly folder: string
  /** What was named of how it is watched. */
  readonly config: Partial<Omit<Input<'watch.add'>, 'folder' | 'isOn'>>
  /** Ends when everything that is there was read. */
  readonly once: boolean
  readonly telling: Telling
} & Common

/** What is to be done with templates. */
export type TemplateCommand =
  | ({ readonly kind: 'templates' } & Common)
  | ({ readonly kind: 'templates show'; readonly name: string } & Common)
  | ({
      readonly kind: 'templates import'
      readonly file: string
      /** It takes the place of its namesake. */
      readonly replace: boolean
    } & Common)
  | ({ readonly kind: 'templates check'; readonly file: string } & Common)
  | ({
      readonly kind: 'templates test'
      /** A name, or the path of a file. */
      readonly template: string
      /** A batch as it was named, and the folder that it could be. */
      readonly on: string
      readonly folder: string
      readonly limit: number
    } & Common)

/** What is to be done with column layouts. */
export type LayoutCommand =
  | ({ readonly kind: 'layouts' } & Common)
  /** A name, or the path of a file. */
  | ({ readonly kind: 'layouts show'; readonly name: string } & Common)
  | ({
      readonly kind: 'layouts import'
      readonly file: string
      /** It takes the place of its namesake. */
      readonly replace: boolean
    } & Common)
  | ({
      readonly kind: 'layouts export'
      readonly name: string
      readonly file: string
      readonly replace: boolean
    } & Common)
  | ({
      readonly kind: 'layouts infer'
      readonly sample: string
      /** null: it is printed. */
      readonly file: string | null
      readonly batch: string | null
      readonly replace: boolean
    } & Common)
  | ({ readonly kind: 'layouts remove'; readonly name: string } & Common)

/** What is to be done with what happens after every batch. */
export type HookCommand =
  | ({ readonly kind: 'hooks' } & Common)
  | ({ readonly kind: 'hooks run'; readonly command: readonly string[] } & Common)
  | ({
      readonly kind: 'hooks post'
      readonly url: string
      readonly leavesMachine: boolean
      readonly secretFile: string | null
    } & Common)
  | ({
      readonly kind: 'hooks change'
      readonly deed: 'test' | 'on' | 'off' | 'remove'
      readonly hookId: number
    } & Common)

/** What a person may ask for on the command line. */
export type Command =
  /** Of a command; null: of all. */
  | { readonly kind: 'help'; readonly of: CommandName | null }
  | { readonly kind: 'version' }
  /** Needs no data folder: it is asked on another computer. */
  | {
      readonly kind: 'verify'
      readonly file: string
      readonly sources: string | null
      readonly json: boolean
    }
  | { readonly kind: 'completion'; readonly shell: Shell; readonly name: string }
  | ({ readonly kind: 'app' } & Common)
  | ({
      readonly kind: 'serve'
      readonly port: number
      /** Other programs are answered, whatever the settings say. */
      readonly api: boolean
    } & Common)
  | ({ readonly kind: 'clients' } & Common)
  | ({
      readonly kind: 'add_client'
      readonly name: string
      readonly scope: 'read' | 'write'
      /** It may name files in these; none: in the home folder. */
      readonly folders: readonly string[]
      readonly days: number | null
    } & Common)
  | ({ readonly kind: 'revoke_client'; readonly clientId: number } & Common)
  | BatchCommand
  /** What starting that batch would mean. */
  | { readonly kind: 'preflight'; readonly batch: BatchCommand }
  | WatchCommand
  | ({
      readonly kind: 'resume'
      readonly batch: string | null
      readonly outputs: readonly string[]
      readonly writing: Writing
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({ readonly kind: 'status'; readonly batch: string | null } & Common)
  /** Batches, or the documents of one. */
  | ({
      readonly kind: 'list'
      readonly batch: string | null
      readonly cursor: string | null
      readonly limit: number
    } & Common)
  | ({ readonly kind: 'show'; readonly documentId: string } & Common)
  | ({
      readonly kind: 'export'
      readonly batch: string
      readonly outputs: readonly string[]
      readonly writing: Writing
    } & Common)
  | ({ readonly kind: 'exports'; readonly batch: string } & Common)
  | ({
      readonly kind: 'repeat'
      readonly exportId: number
      readonly output: string | null
    } & Common)
  /** What was corrected in an export comes back. */
  | ({
      readonly kind: 'apply'
      readonly file: string
      readonly isDryRun: boolean
      readonly withConflicts: boolean
    } & Common)
  | ({ readonly kind: 'cancel'; readonly batch: string } & Common)
  | ({
      readonly kind: 'retry'
      readonly batch: string
      /** null: as before. */
      readonly reader: ReaderMode | null
      readonly languages: readonly string[] | null
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'add'
      readonly batch: string
      readonly paths: readonly string[]
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'reextract'
      readonly batch: string
      readonly template: string
      readonly telling: Telling
    } & Common)
  | ({
      readonly kind: 'duplicate'
      readonly batch: string
      readonly templates: 'today' | 'frozen'
      readonly name: string | null
      readonly outputs: readonly string[]
      readonly telling: Telling
    } & Common)
  | ({
      readonly kind: 'change'
      readonly batch: string
      readonly name: string | null
      readonly reference: string | null
      readonly priority: Priority | null
    } & Common)
  | ({ readonly kind: 'delete'; readonly batch: string; readonly purge: boolean } & Common)
  | ({ readonly kind: 'restore'; readonly batch: string } & Common)
  | ({
      readonly kind: 'settings'
      /** Days, `never`, or null: only shown. */
      readonly retention: number | 'never' | null
      /** A dialect, or null: only shown. */
      readonly csvFor: string | null
    } & Common)
  | ({
      readonly kind: 'doctor'
      readonly fix: boolean
      readonly compact: boolean
      /** The copy beside a damaged database takes its place. */
      readonly restore: boolean
      readonly bundle: string | null
    } & Common)
  | TemplateCommand
  | LayoutCommand
  | HookCommand
  | ({ readonly kind: 'languages' } & Common)
