import { batchKinds } from '../views.ts'
import {
  type Completes,
  common,
  described,
  type Options,
  out,
  paging,
  password,
  reading,
  telling,
  template,
  writing,
} from './options.ts'

/** A command as the parser, the help and the completion scripts know it. */
export interface CommandEntry {
  /** What follows its name: `BATCH`, `PATH…`. */
  readonly takes: string
  readonly completes: Completes
  readonly words: string
  /** What has to be said besides. */
  readonly notes?: readonly string[]
  readonly options: Options
}

const tables = {
  tables: {
    type: 'boolean',
    words: 'tables as rows and columns in the JSON, beside the words',
  },
} as const satisfies Options
const extracting = {
  split: {
    ...{ type: 'string', value: 'WHEN', completes: ['never', 'auto'] },
    words: 'auto: a file may hold several documents',
  },
  threshold: {
    ...{ type: 'string', value: 'N', completes: 'nothing' },
    words: 'values less sure than this (0 to 1) need review; by default as measured',
  },
} as const satisfies Options
const batch = {
  ...out,
  ...writing,
  samples: { type: 'boolean', words: 'the documents that come along, instead of paths' },
  ...reading,
  ...described,
  'skip-duplicates': {
    type: 'boolean',
    words: 'of files with the same content, read only the first',
  },
  check: { type: 'boolean', words: 'begin nothing: tell what would be read, like preflight' },
  ...password,
  ...telling,
  ...common,
} as const satisfies Options

/** Every option of a batch; which of them go with which kind is said when they are given. */
export const batchOptions = { ...template, ...extracting, ...tables, ...batch } as const

const batches = { takes: 'BATCH', completes: 'batch' } as const
const paths = { takes: 'PATH…', completes: 'file' } as const

/**
 * Every command, once: what its options are to the parser, what `--help` prints and what a shell completes come
 * from here. BATCH is an id, the beginning of one, or `latest`.
 */
export const commandTable = {
  extract: {
    ...paths,
    words: 'read files and folders, and write what they say',
    options: { ...template, ...extracting, ...batch },
  },
  read: {
    ...paths,
    words: 'read the words of every page, without extracting',
    options: { ...tables, ...batch },
  },
  classify: {
    ...paths,
    words: 'what each file is, without its fields',
    options: { ...template, ...batch },
  },
  split: {
    ...paths,
    words: 'the documents in each file: first and last page, and type',
    options: { ...template, ...batch },
  },
  preflight: {
    ...paths,
    words: 'what would be read, what not and why, and how long',
    options: { ...template, ...extracting, ...batch },
  },
  watch: {
    ...{ takes: 'DIR', completes: 'folder' },
    words: 'read whatever comes into a folder, until Ctrl-C',
    notes: [
      'A file is taken when it is whole: unchanged for a while, not open for writing, with a proper end.',
      'What was done is remembered by content: started again it goes on, and reads nothing twice. What is',
      'not named stays as it was the last time. With --json, one line for each batch that ended.',
    ],
    options: {
      kind: {
        ...{ type: 'string', value: 'KIND', completes: batchKinds },
        words: 'extract, classify, split or read',
      },
      ...{ ...template, ...extracting, ...tables, ...reading },
      ...{ reference: described.reference, priority: described.priority },
      out: {
        ...{ type: 'string', short: 'o', value: 'FILE', completes: 'file' },
        words:
          'a file a batch: {folder}, {date} and {time} are filled in; a name that is taken is numbered',
      },
      ...writing,
      'move-to': {
        ...{ type: 'string', value: 'DIR', completes: 'folder' },
        words: 'files are moved there once their documents are stored; never over another file',
      },
      every: {
        ...{ type: 'string', value: 'TIME', completes: 'nothing' },
        words: 'between two looks, such as 500ms or 2m (5s)',
      },
      settle: {
        ...{ type: 'string', value: 'TIME', completes: 'nothing' },
        words: 'for so long a file must not have changed (5s)',
      },
      endless: {
        ...{ type: 'string', value: 'TIME', completes: 'nothing' },
        words: 'a file that never ends as it should is taken all the same after so long (5m)',
      },
      flat: { type: 'boolean', words: 'without sub-folders' },
      'leave-existing': { type: 'boolean', words: 'what lies there the first time is not read' },
      once: { type: 'boolean', words: 'end when everything that is there was read' },
      ...telling,
      ...common,
    },
  },
  resume: {
    ...{ takes: '[BATCH]', completes: 'batch' },
    words: 'go on with what was interrupted',
    options: { ...out, ...writing, ...password, ...telling, ...common },
  },
  status: {
    ...{ takes: '[BATCH]', completes: 'batch' },
    words: 'all batches, or how one of them stands and what has changed since',
    options: common,
  },
  list: {
    ...{ takes: '[BATCH]', completes: 'batch' },
    words: 'batches piece by piece, the newest first; or the documents of one',
    notes: [
      'A piece that is not the last says its cursor: on stderr, and as next_cursor in the JSON.',
      'What is added or taken away meanwhile makes nothing appear twice.',
    ],
    options: { ...paging, ...common },
  },
  show: {
    ...{ takes: 'DOCUMENT', completes: 'nothing' },
    words: 'a document: each value with its confidence, page and box',
    notes: [
      '`list BATCH` names documents. A box is left, top, right, bottom in points of the page.',
    ],
    options: common,
  },
  export: {
    ...batches,
    words: 'write the results of a batch, also in another format',
    options: { ...out, ...writing, ...common },
  },
  exports: { ...batches, words: 'what was written of a batch, with hashes', options: common },
  repeat: {
    ...{ takes: 'EXPORT', completes: 'nothing' },
    words: 'write an export again, by its number; --out FILE elsewhere',
    options: { ...out, ...common },
  },
  apply: {
    ...{ takes: 'FILE', completes: 'file' },
    words: 'take what was corrected in an exported .xlsx or .csv back',
    notes: [
      'What was changed in the file alone is taken; what was changed in Sheaf alone stays.',
      'Exit status: 0 all is taken, 2 conflicts were left out, or something could not be taken.',
    ],
    options: {
      'dry-run': { type: 'boolean', words: 'change nothing: tell the differences' },
      conflicts: {
        type: 'boolean',
        words: 'where both sides were changed, the file’s values win; else they are left out',
      },
      ...common,
    },
  },
  verify: {
    ...{ takes: 'FILE', completes: 'file' },
    words: 'is an export what was written? by the proof beside it, on any computer',
    notes: [
      'Exit status: 0 all as it was written, 2 something is not here, 3 something is another.',
    ],
    options: {
      sources: {
        ...{ type: 'string', value: 'DIR', completes: 'folder' },
        words: 'look for the files that went in, too, by their content',
      },
      json: common.json,
      help: common.help,
    },
  },
  retry: {
    ...batches,
    words: 'try again what failed or was cancelled',
    options: { ...reading, ...password, ...telling, ...common },
  },
  cancel: { ...batches, words: 'give up what is left of it', options: common },
  add: {
    ...{ takes: 'BATCH PATH…', completes: 'file' },
    words: 'more files into a batch',
    options: { ...password, ...telling, ...common },
  },
  reextract: {
    ...batches,
    words: 'find all values anew with another template, without reading again',
    options: { ...template, ...telling, ...common },
  },
  duplicate: {
    ...batches,
    words: 'the same once more, as a new batch',
    options: {
      frozen: { type: 'boolean', words: 'with the templates of that batch instead of today’s' },
      name: described.name,
      ...{ ...out, ...telling, ...common },
    },
  },
  change: {
    ...batches,
    words: 'another name, reference or priority',
    options: { ...described, ...common },
  },
  delete: {
    ...batches,
    words: 'take a batch out of the list; it can be restored for 7 days',
    options: {
      purge: {
        type: 'boolean',
        words: 'gone at once, with previews and kept pages; original files stay',
      },
      ...common,
    },
  },
  restore: { ...batches, words: 'bring a deleted batch back', options: common },
  templates: {
    takes: '[list | show NAME | import FILE | check FILE | test NAME|FILE BATCH|DIR]',
    completes: ['list', 'show', 'import', 'check', 'test'],
    words: 'what can be extracted; look at, take in, check and try templates',
    notes: [
      'show    what a template says, as a file of it would',
      'import  take a template file in as one of your own',
      'check   what keeps a file from being used; exit status 3 if anything does',
      'test    what a template finds on documents that were read already, beside what is saved',
      '        finds there; nothing is read again or kept. Exit status 2 if some could not be tried.',
    ],
    options: {
      replace: { type: 'boolean', words: 'of import: the file takes the place of its namesake' },
      limit: {
        ...{ type: 'string', value: 'N', completes: 'nothing' },
        words: 'of test: so many documents at most (100)',
      },
      ...common,
    },
  },
  layouts: {
    takes:
      '[list | show NAME|FILE | import FILE | export NAME FILE | infer CSV [FILE] | remove NAME]',
    completes: ['list', 'show', 'import', 'export', 'infer', 'remove'],
    words: 'which columns exports have: look at, take in, give out and infer layouts',
    notes: [
      'show    what a layout says, as a file of it would',
      'import  take a layout file (.json) in, for --layout and for the app',
      'export  write one to a file',
      'infer   a layout with the columns of another program’s CSV: printed, or written to FILE; what',
      '        nobody knows, or what could be meant in another way, is said on stderr',
    ],
    options: {
      replace: {
        type: 'boolean',
        words: 'of import: in the place of its namesake; of export and infer: of the file',
      },
      batch: {
        ...{ type: 'string', value: 'BATCH', completes: 'batch' },
        words: 'of infer: what the documents of this batch have is meant first',
      },
      ...common,
    },
  },
  hooks: {
    takes: '[list | add URL | add -- PROGRAM ARG… | test N | on N | off N | remove N]',
    completes: ['list', 'add', 'test', 'on', 'off', 'remove'],
    words: 'what happens after every batch: a command that is run, an address that is told',
    notes: [
      'A program gets its arguments as they are, without a shell; {batch_id}, {status}, {reference}, {name} and',
      '{export} are filled in, and more stands as JSON on its standard input. An address gets the same JSON,',
      'up to three times; with a secret, X-Sheaf-Signature is sha256= and the HMAC-SHA256 of the body.',
      'Exit status of test: 0 it went well, 3 it did not.',
    ],
    options: {
      'secret-file': {
        ...{ type: 'string', value: 'FILE', completes: 'file' },
        words: 'of add URL: messages are signed with the first line of it',
      },
      'leaves-machine': {
        type: 'boolean',
        words: 'of add URL: confirms an address that is not on this computer or in its network',
      },
      ...common,
    },
  },
  languages: {
    ...{ takes: '', completes: 'nothing' },
    words: 'what scans can be read in',
    options: common,
  },
  settings: {
    ...{ takes: '', completes: 'nothing' },
    words: 'what holds for everything',
    options: {
      retention: {
        ...{ type: 'string', value: 'DAYS', completes: ['never', '30', '90', '365'] },
        words: 'finished batches are deleted by themselves after so many days; or never',
      },
      'csv-for': writing['csv-for'],
      ...common,
    },
  },
  doctor: {
    ...{ takes: '', completes: 'nothing' },
    words: 'is everything in order? and what to do if not',
    notes: ['Exit status: 0 all in order, 2 something to look at, 3 something is broken.'],
    options: {
      fix: { type: 'boolean', words: 'take away what belongs to nothing any more' },
      compact: { type: 'boolean', words: 'give free room in the database back to the disk' },
      bundle: {
        ...{ type: 'string', value: 'FILE', completes: 'file' },
        words: 'log, findings, counts, settings and versions as .json.gz; no names, no contents',
      },
      restore: {
        type: 'boolean',
        words: 'the copy beside a damaged database takes its place',
      },
      ...common,
    },
  },
  serve: {
    ...{ takes: '', completes: 'nothing' },
    words: 'the app in a browser on this computer',
    options: {
      port: {
        ...{ type: 'string', value: 'N', completes: 'nothing' },
        words: 'a port of your choice instead of a free one',
      },
      api: {
        type: 'boolean',
        words:
          'other programs on this computer are answered at /v1, by keys (GET /v1/openapi.json)',
      },
      ...common,
    },
  },
  clients: {
    takes: '[list | add NAME | revoke NUMBER]',
    completes: ['list', 'add', 'revoke'],
    words: 'other programs that may ask over HTTP, and their keys',
    notes: [
      'add     gives a program a key, which is shown this once',
      'revoke  takes it away, by its number in the list',
      'While the app is open, its settings do the same: “Other programs”.',
    ],
    options: {
      write: {
        type: 'boolean',
        words: 'of add: it may begin, cancel and retry batches; else it may only look',
      },
      folder: {
        ...{ type: 'string', multiple: true, value: 'DIR', completes: 'folder' },
        words: 'of add: it may name files in this folder (else in the home folder); several times',
      },
      days: {
        ...{ type: 'string', value: 'N', completes: ['30', '90', '365'] },
        words: 'of add: its key expires after so many days',
      },
      ...common,
    },
  },
  completion: {
    ...{ takes: 'SHELL', completes: ['bash', 'zsh', 'fish', 'powershell'] },
    words: 'a script by which your shell completes commands and options',
    notes: [
      'For a command “sheaf” of yours, such as an alias for `npm --prefix /where/it/is start --`:',
      'bash        source <(sheaf completion bash)',
      'zsh         source <(sheaf completion zsh)',
      'fish        sheaf completion fish | source',
      'powershell  sheaf completion powershell | Out-String | Invoke-Expression',
    ],
    options: {
      for: {
        ...{ type: 'string', value: 'NAME', completes: 'nothing' },
        words: 'the name under which you call it (sheaf)',
      },
      help: common.help,
    },
  },
} as const satisfies Readonly<Record<string, CommandEntry>>

export type CommandName = keyof typeof commandTable

/** The commands with their names, in the order of the help. */
export const commandEntries = Object.entries(commandTable) as readonly (readonly [
  CommandName,
  CommandEntry,
])[]

export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commandTable, word)
}
