/**
 * Every action of the face: its command, its keys and its words on the sheet.
 * `mod` is Ctrl, or ⌘ on a Mac. `inFields` marks keys that also work while typing.
 */
export const shortcuts = [
  { command: 'app.sheet', scope: 'everywhere', keys: ['?'], words: 'Show or hide this sheet' },
  { command: 'app.theme', scope: 'everywhere', keys: ['T'], words: 'Light, dark or as the system' },
  { command: 'app.home', scope: 'everywhere', keys: ['H'], words: 'Go to all batches' },
  { command: 'app.templates', scope: 'everywhere', keys: ['M'], words: 'Go to templates' },
  { command: 'app.watches', scope: 'everywhere', keys: ['W'], words: 'Go to watched folders' },
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
  { command: 'batch.fields', scope: 'batch', keys: ['F'], words: 'Check one field at a time' },
  { command: 'batch.threshold', scope: 'batch', keys: ['L'], words: 'Look at fewer or more' },
  { command: 'batch.search', scope: 'batch', keys: ['/'], words: 'Search in the table' },
  { command: 'batch.all', scope: 'batch', keys: ['A'], words: 'Show all documents again' },
  { command: 'batch.pause', scope: 'batch', keys: ['P'], words: 'Pause or resume', once: true },
  { command: 'batch.cancel', scope: 'batch', keys: ['C'], words: 'Cancel what is not read yet' },
  {
    command: 'batch.delete',
    scope: 'batch',
    keys: ['Shift+Delete'],
    words: 'Delete the batch',
    once: true,
  },
  { command: 'batch.retry', scope: 'batch', keys: ['R'], words: 'Retry what failed', once: true },
  {
    command: 'batch.unlock',
    scope: 'batch',
    keys: ['U'],
    words: 'Enter a password for locked files',
  },
  { command: 'batch.exportXlsx', scope: 'batch', keys: ['E'], words: 'Export to Excel' },
  { command: 'batch.exportCsv', scope: 'batch', keys: ['Shift+E'], words: 'Export to CSV' },
  { command: 'batch.exportJson', scope: 'batch', keys: ['J'], words: 'Export to JSON' },
  { command: 'batch.exportMore', scope: 'batch', keys: ['X'], words: 'Export in another way' },
  { command: 'batch.columns', scope: 'batch', keys: ['K'], words: 'Columns of exports' },
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
    once: true,
  },
  {
    command: 'table.setType',
    scope: 'table',
    keys: ['Alt+T'],
    words: 'Take what is selected for another type',
  },
  {
    command: 'table.retry',
    scope: 'table',
    keys: ['Alt+R'],
    words: 'Retry what failed of what is selected',
    once: true,
  },
  { command: 'table.export', scope: 'table', keys: ['mod+E'], words: 'Export what is selected' },
  {
    command: 'table.remove',
    scope: 'table',
    keys: ['Delete'],
    words: 'Remove what is selected from the batch',
    once: true,
  },
  {
    command: 'table.putBack',
    scope: 'table',
    keys: ['Alt+B'],
    words: 'Put back what was removed',
    once: true,
  },
  {
    command: 'table.undo',
    scope: 'table',
    keys: ['mod+Z'],
    words: 'Take back what was done to many at once',
    once: true,
  },

  {
    command: 'field.keep',
    scope: 'field',
    keys: ['Enter'],
    words: 'Accept, next field to look at',
  },
  { command: 'field.next', scope: 'field', keys: ['Tab'], words: 'Next field to look at' },
  {
    command: 'field.step',
    scope: 'field',
    keys: ['Shift+ArrowUp', 'Shift+ArrowDown'],
    words: 'Move through all fields',
  },
  {
    command: 'field.move',
    scope: 'field',
    keys: ['ArrowUp', 'ArrowDown'],
    words: 'To the field above or below',
  },
  {
    command: 'field.candidate',
    scope: 'field',
    keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5'],
    words: 'Take another candidate',
  },
  {
    command: 'field.word',
    scope: 'field',
    keys: ['mod+ '],
    words: 'While typing: take the word lit up on the page (arrows choose another)',
  },
  { command: 'field.restore', scope: 'field', keys: ['Escape'], words: 'Put the old value back' },
  {
    command: 'values.accept',
    scope: 'values',
    keys: ['Enter'],
    words: 'Accept the value, next one',
  },
  {
    command: 'values.move',
    scope: 'values',
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    words: 'Move between values',
  },
  {
    command: 'values.undo',
    scope: 'values',
    keys: ['mod+Z'],
    words: 'Take back the last change of this document',
  },
  {
    command: 'values.redo',
    scope: 'values',
    keys: ['mod+Shift+Z', 'mod+Y'],
    words: 'Do again what was taken back',
  },
  {
    command: 'values.all',
    scope: 'values',
    keys: ['mod+Enter'],
    words: 'Accept all that are left',
    inFields: true,
    once: true,
  },
  { command: 'values.open', scope: 'values', keys: ['Alt+Enter'], words: 'Open the document' },
  { command: 'row.add', scope: 'row', keys: ['Alt+Enter'], words: 'Add a row below' },
  { command: 'row.delete', scope: 'row', keys: ['Alt+Delete'], words: 'Delete the row' },
  {
    command: 'row.split',
    scope: 'row',
    keys: ['Alt+S'],
    words: 'Split the row: where its lines part, or at the cursor',
  },
  { command: 'row.merge', scope: 'row', keys: ['Alt+M'], words: 'Merge with the row below' },
  {
    command: 'document.edit',
    scope: 'document',
    keys: ['F2'],
    words: 'Edit: select what stands in the field',
    inFields: true,
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
    words: 'Approve, and open the next one to review',
    inFields: true,
    once: true,
  },
  {
    command: 'document.undo',
    scope: 'document',
    keys: ['mod+Z'],
    words: 'Take back the last change',
    inFields: true,
  },
  {
    command: 'document.redo',
    scope: 'document',
    keys: ['mod+Shift+Z', 'mod+Y'],
    words: 'Do again what was taken back',
    inFields: true,
  },
  {
    command: 'document.setType',
    scope: 'document',
    keys: ['Alt+T'],
    words: 'Take it for another type',
    inFields: true,
    once: true,
  },
  {
    command: 'document.postpone',
    scope: 'document',
    keys: ['Alt+P'],
    words: 'Postpone it to the end',
    inFields: true,
    once: true,
  },
  {
    command: 'document.postponeTo',
    scope: 'document',
    keys: ['Alt+Shift+P'],
    words: 'Postpone it to a day',
    inFields: true,
    once: true,
  },
  {
    command: 'document.reject',
    scope: 'document',
    keys: ['Alt+X'],
    words: 'Reject it with a reason',
    inFields: true,
    once: true,
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
    command: 'page.turnLeft',
    scope: 'document',
    keys: ['Alt+,'],
    words: 'Turn the page left and read it again',
    inFields: true,
    once: true,
  },
  {
    command: 'page.turnRight',
    scope: 'document',
    keys: ['Alt+.'],
    words: 'Turn the page right and read it again',
    inFields: true,
    once: true,
  },
  {
    command: 'document.pages',
    scope: 'document',
    keys: ['Alt+G'],
    words: 'All pages of the file: split, merge, order, leave out',
    inFields: true,
  },
  {
    command: 'page.split',
    scope: 'document',
    keys: ['Alt+Shift+S'],
    words: 'Split here: a document begins at this page',
    inFields: true,
    once: true,
  },
  {
    command: 'document.merge',
    scope: 'document',
    keys: ['Alt+Shift+M'],
    words: 'Merge with the previous document of the file',
    inFields: true,
    once: true,
  },
  {
    command: 'page.up',
    scope: 'document',
    keys: ['Alt+Shift+ArrowUp'],
    words: 'Move the page up',
    inFields: true,
  },
  {
    command: 'page.down',
    scope: 'document',
    keys: ['Alt+Shift+ArrowDown'],
    words: 'Move the page down',
    inFields: true,
  },
  {
    command: 'page.leaveOut',
    scope: 'document',
    keys: ['Alt+Shift+Delete'],
    words: 'Leave the page out of the document',
    inFields: true,
    once: true,
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

  { command: 'templates.new', scope: 'templates', keys: ['N'], words: 'New template' },
  { command: 'templates.read', scope: 'templates', keys: ['I'], words: 'Import from a file' },
  { command: 'templates.next', scope: 'templates', keys: ['ArrowDown'], words: 'Next template' },
  {
    command: 'templates.previous',
    scope: 'templates',
    keys: ['ArrowUp'],
    words: 'Previous template',
  },
  {
    command: 'template.save',
    scope: 'template',
    keys: ['mod+S'],
    words: 'Save as a new version',
    inFields: true,
    once: true,
  },
  {
    command: 'template.field',
    scope: 'template',
    keys: ['Alt+N'],
    words: 'Add a field',
    inFields: true,
  },
  {
    command: 'template.move',
    scope: 'template',
    keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
    words: 'Move the field, column or table that you are in',
    inFields: true,
  },
  {
    command: 'template.label',
    scope: 'template',
    keys: ['Enter'],
    words: 'While typing a label: add it',
  },
  {
    command: 'template.bench',
    scope: 'template',
    keys: ['Alt+B'],
    words: 'Search documents to try it on',
    inFields: true,
  },
  {
    command: 'template.versions',
    scope: 'template',
    keys: ['Alt+V'],
    words: 'Show its versions',
    inFields: true,
  },

  { command: 'watches.new', scope: 'watches', keys: ['N'], words: 'Watch a folder' },
  { command: 'watches.next', scope: 'watches', keys: ['ArrowDown'], words: 'Next folder' },
  { command: 'watches.previous', scope: 'watches', keys: ['ArrowUp'], words: 'Previous folder' },

  {
    command: 'columns.save',
    scope: 'columns',
    keys: ['mod+S'],
    words: 'Save the layout',
    inFields: true,
    once: true,
  },
  {
    command: 'columns.add',
    scope: 'columns',
    keys: ['Alt+N'],
    words: 'Add a column',
    inFields: true,
  },
  {
    command: 'columns.move',
    scope: 'columns',
    keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
    words: 'Move the column that you are in',
    inFields: true,
  },
  {
    command: 'columns.sample',
    scope: 'columns',
    keys: ['Alt+I'],
    words: 'Take the columns from a sample file',
    inFields: true,
  },

  {
    command: 'pages.move',
    scope: 'pages',
    keys: ['ArrowUp', 'ArrowDown'],
    words: 'Move between pages',
  },
  { command: 'pages.split', scope: 'pages', keys: ['S'], words: 'Split here' },
  { command: 'pages.merge', scope: 'pages', keys: ['M'], words: 'Merge with previous' },
  { command: 'pages.up', scope: 'pages', keys: ['Alt+ArrowUp'], words: 'Move the page up' },
  { command: 'pages.down', scope: 'pages', keys: ['Alt+ArrowDown'], words: 'Move the page down' },
  { command: 'pages.leaveOut', scope: 'pages', keys: ['Delete'], words: 'Leave out or take back' },
  { command: 'pages.undo', scope: 'pages', keys: ['mod+Z'], words: 'One step back' },
  {
    command: 'pages.keep',
    scope: 'pages',
    keys: ['mod+Enter'],
    words: 'Keep the documents as they are put together',
    inFields: true,
    once: true,
  },

  {
    command: 'roundTrip.apply',
    scope: 'roundTrip',
    keys: ['mod+Enter'],
    words: 'Apply the corrections that are ticked',
    inFields: true,
    once: true,
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
  /** Holding the keys down does it once. */
  readonly once?: boolean
}

export type Scope =
  | 'everywhere'
  | 'home'
  | 'preflight'
  | 'batch'
  | 'table'
  | 'document'
  | 'field'
  | 'row'
  | 'values'
  | 'pages'
  | 'roundTrip'
  | 'templates'
  | 'watches'
  | 'template'
  | 'columns'
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
  row: 'A row of a table',
  values: 'One field at a time',
  pages: 'Pages of a file',
  roundTrip: 'Corrections from a workbook',
  templates: 'Templates',
  watches: 'Watched folders',
  template: 'Editor of a template',
  columns: 'Columns of exports',
  browser: 'Folder browser',
}

const rows: readonly Shortcut[] = shortcuts

export function shortcutOf(command: Command): Shortcut {
  const row = rows.find((shortcut) => shortcut.command === command)
  if (!row) throw new Error(`no shortcut for ${command}`)
  return row
}

/** Whether a key press is one of this command's. */
export function isPress(event: KeyboardEvent, command: Command): boolean {
  return shortcutOf(command).keys.some((keys) => matches(event, keys))
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
  // A Mac types “®” with Alt and R: then the place of the key tells.
  const isAtPlace = event.altKey && [`Key${key}`, `Digit${key}`].includes(event.code)
  return isAtPlace || event.key.toLowerCase() === key.toLowerCase()
}

/** Whether it is one sign without Ctrl, Alt or ⌘: what a person can switch off, because it is easily hit. */
export function isLetterKey(keys: string): boolean {
  return /^(?:Shift\+)?.$/u.test(keys)
}
