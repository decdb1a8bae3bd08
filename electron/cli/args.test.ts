import { expect, test } from 'vitest'
import { parseCommand } from './args.ts'

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), '/home/a')

test('paths start from where the person stands', () => {
  expect(parse('extract in /abs/b.pdf --out r.xlsx -o r.csv -t my.json --data-dir d')).toEqual({
    kind: 'extract',
    paths: ['/home/a/in', '/abs/b.pdf'],
    samples: false,
    outputs: ['/home/a/r.xlsx', '/home/a/r.csv'],
    template: '/home/a/my.json',
    reader: 'auto',
    languages: [],
    tables: false,
    split: 'never',
    name: null,
    reference: null,
    priority: 'normal',
    telling: 'progress',
    leaveOutDuplicates: false,
    passwordFile: null,
    passwords: [],
    dataDir: '/home/a/d',
    threads: null,
    onBattery: false,
  })
})

test.each([
  ['', { kind: 'app' }],
  ['--data-dir /d --threads 3', { kind: 'app', dataDir: '/d', threads: 3 }],
  ['--data-dir mine', { kind: 'app', dataDir: '/home/a/mine' }],
  ['--help', { kind: 'help' }],
  ['extract --help', { kind: 'help' }],
  ['read in -o p.md --name May', { kind: 'read', outputs: ['/home/a/p.md'], name: 'May' }],
  ['read in --tables', { kind: 'read', tables: true }],
  ['-V', { kind: 'version' }],
  ['status', { kind: 'status', batch: null, json: false }],
  ['status latest --json', { kind: 'status', batch: 'latest', json: true }],
  ['resume', { kind: 'resume', batch: null }],
  ['export latest --out r.json', { kind: 'export', outputs: ['/home/a/r.json'] }],
  ['templates', { kind: 'templates' }],
  ['languages --json', { kind: 'languages', json: true }],
  [
    'read in --reader ocr --language de,fr --language ita',
    { reader: 'ocr', languages: ['de,fr', 'ita'] },
  ],
  ['serve --port 8080', { kind: 'serve', port: 8080 }],
  ['extract --samples --follow', { samples: true, telling: 'events' }],
  ['read in --password a --password b', { passwords: ['a', 'b'] }],
  ['resume --password-file p.txt', { passwordFile: '/home/a/p.txt' }],
  ['extract in --quiet', { telling: 'nothing' }],
  ['extract in --split auto --priority high', { split: 'auto', priority: 'high' }],
  ['classify in -o t.csv', { kind: 'classify', outputs: ['/home/a/t.csv'], template: 'auto' }],
  ['split in --on-battery', { kind: 'split', onBattery: true }],
  ['cancel latest', { kind: 'cancel', batch: 'latest' }],
  ['retry b', { kind: 'retry', batch: 'b', reader: null, languages: null }],
  ['retry b --reader ocr --language de', { reader: 'ocr', languages: ['de'] }],
  ['add b in /abs/c.pdf', { kind: 'add', batch: 'b', paths: ['/home/a/in', '/abs/c.pdf'] }],
  ['reextract b -t my.json', { kind: 'reextract', template: '/home/a/my.json' }],
  ['duplicate b', { kind: 'duplicate', templates: 'today', name: null }],
  ['duplicate b --frozen --name May', { templates: 'frozen', name: 'May' }],
  ['change b --priority low', { kind: 'change', name: null, priority: 'low' }],
  ['read in --skip-duplicates', { kind: 'read', leaveOutDuplicates: true }],
  ['read in --check', { kind: 'preflight', batch: { kind: 'read', paths: ['/home/a/in'] } }],
  ['extract in --check --json', { kind: 'preflight', json: true }],
  ['preflight in -o r.xlsx', { batch: { kind: 'extract', outputs: ['/home/a/r.xlsx'] } }],
] as const)('“%s” is understood', (line, command) => {
  expect(parse(line)).toMatchObject(command)
})

test.each([
  ['extarct in', 'There is no command “extarct”. Known commands: extract,'],
  ['extract', 'Name a folder or file'],
  ['read', 'Name a folder or file to read'],
  ['read in --template invoice', '--template goes with extract'],
  ['extract in --tables', '--tables goes with read'],
  ['extract in --samples', 'do not go together'],
  ['extract in --json', '--json goes with --check.'],
  ['extract in --reader eyes', '--reader takes auto, ocr, text_layer.'],
  ['extract in --colour', "Unknown option '--colour'. See --help."],
  ['extract in --out', "Option '-o, --out <value>' argument missing. See --help."],
  ['extract in --threads many', '--threads takes a number from 1 to 64.'],
  ['extract in --threads 0', '--threads takes'],
  ['extract in --follow --quiet', 'do not go together'],
  ['export latest', 'Say what and where to'],
  ['extract in --split always', '--split takes never, auto.'],
  ['split in --split auto', '--split goes with extract'],
  ['extract in --priority urgent', '--priority takes low, normal, high.'],
  ['retry', 'Name the batch: retry latest.'],
  ['cancel a b', 'Name one batch only'],
  ['add latest', 'Name what to add'],
  ['reextract latest', 'Say with what'],
  ['change latest', 'Say what: change latest'],
  ['export --out r.xlsx', 'Say what and where to'],
  ['status a b', 'Name one batch only'],
  ['templates all', '“all” is not expected here'],
  ['serve --port 70000', '--port takes'],
  ['--wrong', "Unknown option '--wrong'"],
])('“%s” is refused with one sentence', (line, sentence) => {
  expect(() => parse(line)).toThrow(sentence)
})
