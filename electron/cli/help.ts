import {
  type CommandEntry,
  type CommandName,
  commandEntries,
  commandTable,
} from './commandTable.ts'
import { common, type Option } from './options.ts'

/** What `--help` prints: of a command, or of all. */
export function help(of: CommandName | null): string {
  return of === null ? overview() : helpOf(of, commandTable[of])
}

const start = 'npm start --'

function overview(): string {
  const lines = commandEntries.map(([name, { takes, words }]): Line => {
    const called = takes.length > 24 ? `${name} …` : `${name} ${takes}`
    return { head: `  ${start} ${called.trim()}`, words }
  })
  return [
    'Sheaf turns folders of PDFs and scans into a checked spreadsheet, on this computer alone.',
    '',
    ...laidOut([{ head: '  npm start', words: 'open the app' }, ...lines], 43),
    '',
    `Each command tells its options: ${start} extract --help. BATCH is an id, the beginning of one, or latest.`,
    '',
    'Everywhere',
    ...optionLines(Object.entries(common)),
    ...laidOut([{ head: '  -V, --version', words: 'which Sheaf this is' }], 25),
    '',
    ...exitStatus,
  ].join('\n')
}

const exitStatus = [
  'Exit status: 0 all good · 1 usage, or nothing was started · 2 some files failed or were skipped',
  '             3 the batch failed, or would be refused (--check) · 130 interrupted, go on with resume',
  '             verify, doctor, templates check and templates test: as their --help says',
]

function helpOf(name: string, { takes, words, notes = [], options }: CommandEntry): string {
  const own = Object.entries(options)
  return [
    `${start} ${name} ${takes}`.trim(),
    '',
    `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    ...optionLines(own),
    ...(notes.some((note) => note.includes('xit status')) ? [] : ['', ...exitStatus.slice(0, 2)]),
  ].join('\n')
}

function optionLines(options: readonly (readonly [string, Option])[]): readonly string[] {
  const lines = options.map(([name, { short, value, words }]): Line => {
    const letter = short === undefined ? '    ' : `-${short}, `
    return { head: `  ${letter}--${name}${value === undefined ? '' : ` ${value}`}`, words }
  })
  return laidOut(lines, 25)
}

interface Line {
  readonly head: string
  readonly words: string
}

const widest = 110

/** Two columns; a head that is too long for its column has a line of its own, and long words go on below. */
function laidOut(lines: readonly Line[], column: number): readonly string[] {
  return lines.flatMap(({ head, words }) => {
    const rows = wrapped(words, widest - column)
    const isLong = head.length >= column - 1
    const indented = rows.map((row) => ' '.repeat(column) + row)
    if (isLong) return [head, ...indented]
    return [head.padEnd(column) + (rows[0] ?? ''), ...indented.slice(1)]
  })
}

function wrapped(words: string, width: number): readonly string[] {
  const rows: string[] = []
  for (const word of words.split(' ')) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + word.length < width)
      rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows
}
