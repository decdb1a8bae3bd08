import { expect, test } from 'vitest'
import { parseBench } from './args.ts'

const parse = (line: string) => parseBench(line.split(' ').filter(Boolean), '/home/a')
const all = Number.POSITIVE_INFINITY

test.each([
  ['', { kind: 'help' }],
  ['--help', { kind: 'help' }],
  ['read -h', { kind: 'help' }],
  ['read', { kind: 'read', paths: [], most: { files: all, pages: all } }],
  [
    'read scans /b --limit 3 --pages 10',
    { kind: 'read', paths: ['/home/a/scans', '/b'], most: { files: 3, pages: 10 } },
  ],
  ['text', { kind: 'text', pages: 500 }],
  ['text --pages 20', { kind: 'text', pages: 20 }],
  ['memory', { kind: 'memory', pages: 1000 }],
  ['size', { kind: 'size', items: 20_000 }],
  ['size --limit 500', { kind: 'size', items: 500 }],
  ['desk', { kind: 'desk', items: 20_000 }],
  ['export', { kind: 'export', documents: 50_000 }],
  ['export --documents 5000', { kind: 'export', documents: 5000 }],
  ['extract', { kind: 'extract', dataDir: null }],
  ['extract kept', { kind: 'extract', dataDir: '/home/a/kept' }],
  ['items out.json /t.jsonl', { kind: 'items', exported: '/home/a/out.json', truth: '/t.jsonl' }],
] as const)('“%s” is understood', (line, command) => {
  expect(parse(line)).toEqual(command)
})

test.each([
  [
    'speed',
    'There is no benchmark “speed”. Known: read, text, extract, memory, lanes, items, size, desk, export.',
  ],
  ['text folder', 'text makes its own pages'],
  ['memory --limit 3', 'memory makes its own pages'],
  ['read --pages none', '--pages takes a number'],
  ['size folder', 'size invents its own rows'],
  ['desk folder', 'desk invents its own rows'],
  ['export folder', 'export invents its own'],
  ['extract a b', 'extract takes one data folder'],
  ['items out.json', 'items takes an export as JSON and a truth.jsonl'],
  ['size --documents 3', 'size does not know --documents'],
  ['read --limit 0', '--limit takes a number'],
  ['read --fast', "Unknown option '--fast'. See npm run bench."],
])('“%s” is refused with one sentence', (line, sentence) => {
  expect(() => parse(line)).toThrow(sentence)
})
