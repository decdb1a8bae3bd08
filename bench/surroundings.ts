/** What a benchmark stands on. */
export interface Surroundings {
  /** For what it makes; removed at the end. */
  readonly folder: string
  /** Folder of the language data that Sheaf ships, for its peers. */
  readonly ocrDir: string
  readonly version: string
  /** Processes of a peer, and threads of Sheaf, that work at a time. */
  readonly width: number
  /** Figures: stdout. */
  readonly answer: (line: string) => void
  /** What is said along the way: stderr. */
  readonly say: (line: string) => void
}
