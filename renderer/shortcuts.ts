/**
 * Every action of the face: its command, its keys and its words on the sheet.
 * `mod` is Ctrl, or ⌘ on a Mac. `inFields` marks keys that also work while typing.
 */
export const shortcuts = [
  { command: 'app.sheet', scope: 'everywhere', keys: ['?'], words: 'Show or hide this sheet' },
  { command: 'app.theme', scope: 'everywhere', keys: ['T'], words: 'Light, dark or as the system' },
  { command: 'app.home', scope: 'everywhere', keys: ['H'], words: 'Go to all batches' },
  { command: 'app.upkeep', scope: 'everywhere', keys: ['D'], words: 'Go to upkeep' },
  { command: 'app.settings', scope: 'everywhere', keys: [','], words: 'Go to settings' },
  {
    command: 'app.up',
    scope: 'everywhere',
    keys: ['Escape'],
    words: 'Go up: from document to batch, from batch to home',
    inFields: true,
  },

  { command: 'home.folder', scope: 'home', keys: ['O'], words: 'Choose a folder' },
  { command: 'home.files', scope: 'home', keys: ['F'], words: 'Choose files' },
  { command: 'home.samples', scope: 'home', keys: ['S'], words: 'Try it with samples' },
  { command: 'home.next', scope: 'home', keys: ['ArrowDown'], words: 'Next batch' },
  { command: 'home.previous', scope: 'home', keys: ['ArrowUp'], words: 'Previous batch' },

  { command: 'preflight.start', scope: 'preflight', keys: ['Enter'], words: 'Start reading' },
  { command: 'preflight.discard', scope: 'preflight', keys: ['Escape'], words: 'Discard' },

  { command: 'batch.review', scope: 'batch', keys: ['V'], words: 'Review the first doubtful one' },
  { command: 'batch.search', scope: 'batch', keys: ['/'], words: 'Search in the table' },
  { command: 'batch.all', scope: 'batch', keys: ['A'], words: 'Show all documents again' },
  { command: 'batch.pause', scope: 'batch', keys: ['P'], words: 'Pause or resume' },
  { command: 'batch.cancel', scope: 'batch', keys: ['C'], words: 'Cancel what is not read yet' },
  { command: 'batch.delete', scope: 'batch', keys: ['Shift+Delete'], words: 'Delete the batch' },
  { command: 'batch.retry', scope: 'batch', keys: ['R'], words: 'Retry what failed' },
  {
    command: 'batch.unlock',
    scope: 'batch',
    keys: ['U'],
    words: 'Enter a password for locked files',
  },
  { command: 'batch.exportXlsx', scope: 'batch', keys: ['E'], words: 'Export to Excel' },
  { command: 'batch.exportCsv', scope: 'batch', keys: ['Shift+E'], words: 'Export to CSV' },
  { command: 'batch.exportJson', scope: 'batch', keys: ['J'], words: 'Export to JSON' },
  {
    command: 'table.move',
    scope: 'table',
    keys: ['ArrowUp', 'ArrowDown'],
    words: 'Move between documents',
  },
  { command: 'table.ends', scope: 'table', keys: ['Home', 'End'], words: 'First or last document' },
  { command: 'table.open', scope: 'table', keys: ['Enter'], words: 'Open the document' },
  { command: 'table.check', scope: 'table', keys: ['Space'], words: 'Select or leave out' },
  {
    command: 'table.checkMore',
    scope: 'table',
    keys: ['Shift+ArrowUp', 'Shift+ArrowDown'],
    words: 'Select from here on',
  },
  { command: 'table.checkAll', scope: 'table', keys: ['mod+A'], words: 'Select all in sight' },
  { command: 'table.uncheck', scope: 'table', keys: ['Escape'], words: 'Select none any more' },
  {
    command: 'table.approve',
    scope: 'table',
    keys: ['mod+Enter'],
    words: 'Approve what is selected',
  },

  {
    command: 'field.move',
    scope: 'field',
    keys: ['ArrowUp', 'ArrowDown'],
    words: 'Move between fields (Tab works too)',
  },
  { command: 'field.keep', scope: 'field', keys: ['Enter'], words: 'Keep the value, next field' },
  { command: 'field.restore', scope: 'field', keys: ['Escape'], words: 'Put the old value back' },
  {
    command: 'field.candidate',
    scope: 'field',
    keys: ['Alt+1', 'Alt+5'],
    words: 'Take the first to fifth candidate',
  },
  {
    command: 'document.nextReview',
    scope: 'document',
    keys: ['F8'],
    words: 'Next field to look at',
    inFields: true,
  },
  {
    command: 'document.previousReview',
    scope: 'document',
    keys: ['Shift+F8'],
    words: 'Previous field to look at',
    inFields: true,
  },
  {
    command: 'document.approve',
    scope: 'document',
    keys: ['mod+Enter'],
    words: 'Approve; once approved, go to the next one to review',
    inFields: true,
  },
  {
    command: 'document.undo',
    scope: 'document',
    keys: ['mod+Z'],
    words: 'Take back the last change',
    inFields: true,
  },
  {
    command: 'document.readAgain',
    scope: 'document',
    keys: ['Alt+R'],
    words: 'How a page was read; read the document again',
    inFields: true,
  },
  {
    command: 'document.next',
    scope: 'document',
    keys: ['Alt+ArrowDown'],
    words: 'Next document',
    inFields: true,
  },
  {
    command: 'document.previous',
    scope: 'document',
    keys: ['Alt+ArrowUp'],
    words: 'Previous document',
    inFields: true,
  },
  {
    command: 'page.next',
    scope: 'document',
    keys: ['PageDown'],
    words: 'Next page',
    inFields: true,
  },
  {
    command: 'page.previous',
    scope: 'document',
    keys: ['PageUp'],
    words: 'Previous page',
    inFields: true,
  },
  {
    command: 'page.zoomIn',
    scope: 'document',
    keys: ['Alt+='],
    words: 'Enlarge the page',
    inFields: true,
  },
  {
    command: 'page.zoomOut',
    scope: 'document',
    keys: ['Alt+-'],
    words: 'Shrink the page',
    inFields: true,
  },
  {
    command: 'page.fit',
    scope: 'document',
    keys: ['Alt+0'],
    words: 'Fit the page to the width',
    inFields: true,
  },

  {
    command: 'browser.up',
    scope: 'browser',
    keys: ['Alt+ArrowUp'],
    words: 'One folder up',
    inFields: true,
  },
  {
    command: 'browser.use',
    scope: 'browser',
    keys: ['mod+Enter'],
    words: 'Use what is chosen',
    inFields: true,
  },
] as const satisfies readonly Shortcut[]

export interface Shortcut {
  readonly command: string
  readonly scope: Scope
  readonly keys: readonly string[]
  readonly words: string
  readonly inFields?: boolean
}

export type Scope =
  | 'everywhere'
  | 'home'
  | 'preflight'
  | 'batch'
  | 'table'
  | 'document'
  | 'field'
  | 'browser'
export type Command = (typeof shortcuts)[number]['command']

export const scopeWords: Record<Scope, string> = {
  everywhere: 'Everywhere',
  home: 'Home',
  preflight: 'Before the start',
  batch: 'Batch',
  table: 'Table of documents',
  document: 'Document',
  field: 'A field',
  browser: 'Folder browser',
}

const rows: readonly Shortcut[] = shortcuts

export function shortcutOf(command: Command): Shortcut {
  const row = rows.find((shortcut) => shortcut.command === command)
  if (!row) throw new Error(`no shortcut for ${command}`)
  return row
}

/** Whether a key press is this combination. Shift counts only for letters and named keys. */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  if (event.altKey !== wants('Alt')) return false
  if ((event.ctrlKey || event.metaKey) !== wants('mod')) return false
  const shiftCounts = key.length > 1 || /[a-z]/i.test(key)
  if (shiftCounts && event.shiftKey !== wants('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

/** Whether it is one sign without Ctrl, Alt or ⌘: what a person can switch off, because it is easily hit. */
export function isLetterKey(keys: string): boolean {
  return /^(?:Shift\+)?.$/u.test(keys)
}
