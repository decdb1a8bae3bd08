import type { ReaderMode } from '../contract.ts'
import type { BatchKind } from '../views.ts'

/** What goes with every command that opens a data folder. */
export interface Common {
  readonly dataDir: string | null
  readonly threads: number | null
}

/** Passwords for locked files, named or in a text file with one a line. */
export interface PasswordOptions {
  readonly passwordFile: string | null
  readonly passwords: readonly string[]
}

/** How much is said on stderr while a batch is worked on. */
export type Telling = 'progress' | 'events' | 'nothing'

/** What a person may ask for on the command line. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'app' } & Common)
  | ({ readonly kind: 'serve'; readonly port: number } & Common)
  | ({
      readonly kind: BatchKind
      readonly paths: readonly string[]
      readonly samples: boolean
      readonly outputs: readonly string[]
      readonly template: string
      readonly reader: ReaderMode
      readonly languages: readonly string[]
      /** Of `read`: tables as grids beside the words. */
      readonly tables: boolean
      readonly name: string | null
      readonly reference: string | null
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({
      readonly kind: 'resume'
      readonly batch: string | null
      readonly outputs: readonly string[]
      readonly telling: Telling
    } & PasswordOptions &
      Common)
  | ({ readonly kind: 'status'; readonly batch: string | null; readonly json: boolean } & Common)
  | ({
      readonly kind: 'export'
      readonly batch: string
      readonly outputs: readonly string[]
    } & Common)
  | ({ readonly kind: 'templates'; readonly json: boolean } & Common)
  | ({ readonly kind: 'languages'; readonly json: boolean } & Common)
