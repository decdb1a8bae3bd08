import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { evaluation } from './learning/evaluation.ts'

/**
 * Every set of real documents beside the checkout, through the command line as a user runs it, and a dated
 * line of figures for each in bench/accuracy.jsonl, with what changed since the last.
 * `npm run eval`, or `npm run eval -- sroie zugferd_plain --keep FOLDER`: FOLDER keeps what was read, for
 * `npm run calibrate -- FOLDER`. Nothing happens where there is no evaluation.
 */
const sets: Readonly<Record<string, readonly string[]>> = {
  sroie: [],
  zugferd: [],
  zugferd_plain: [],
  zugferd_scan: [],
  fcc_adbuy: ['--template', 'examples/fcc-ad-order.json'],
  fara_forms: ['--template', 'examples/registration-form.json'],
  kleister_nda: ['--template', 'examples/nda.json'],
  mixed_types: [],
  split_bundles: [],
  ocr_pages: [],
  tricky: [],
}

interface Entry {
  readonly date: string
  readonly set: string
  readonly commit: string
  readonly seconds: number
  readonly figures: Readonly<Record<string, number>>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const book = path.join(root, 'bench/accuracy.jsonl')
const { names, keep } = asked(process.argv.slice(2))

if (fs.existsSync(path.join(evaluation, 'run.mjs'))) for (const set of names) evaluate(set)
else console.log('There is no evaluation beside this checkout; nothing was measured.')

function asked(args: readonly string[]): { names: readonly string[]; keep: string | null } {
  const at = args.indexOf('--keep')
  const keep = at < 0 ? null : path.resolve(args[at + 1] ?? 'kept')
  const named = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  const unknown = named.find((name) => !(name in sets))
  if (unknown) throw new Error(`no set ${unknown}; there are ${Object.keys(sets).join(', ')}`)
  return { names: named.length > 0 ? named : Object.keys(sets), keep }
}

function evaluate(set: string): void {
  const scores = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'eval-')), 'scores.json')
  const kept = keep ? ['--keep', path.join(keep, set)] : []
  const began = performance.now()
  const command = [
    path.join(evaluation, 'run.mjs'),
    set,
    ...(sets[set] ?? []),
    '--json',
    scores,
    ...kept,
  ]
  const { stdout } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  console.log(`\n${set}\n${stdout.trim()}`)
  const figures = fs.existsSync(scores)
    ? figuresOf(JSON.parse(fs.readFileSync(scores, 'utf8')))
    : printed(stdout)
  const before = lastOf(set)
  const entry: Entry = {
    date: new Date().toISOString().slice(0, 16),
    set,
    commit: commit(),
    seconds,
    figures,
  }
  fs.appendFileSync(book, `${JSON.stringify(entry)}\n`)
  console.log(changes(entry, before))
}

interface Scores {
  readonly micro_f1: number
  readonly micro_match: number
  readonly fields: Readonly<Record<string, { readonly f1: number }>>
  readonly calibration: {
    readonly ece: number
    readonly accepted_share: number
    readonly accepted_error: number
  }
}

function figuresOf({ micro_f1, micro_match, fields, calibration }: Scores): Entry['figures'] {
  const { ece, accepted_share, accepted_error } = calibration
  const single = Object.entries(fields).map(([name, { f1 }]) => [name, f1] as const)
  return {
    f1: micro_f1,
    match: micro_match,
    ece,
    accepted: accepted_share,
    accepted_wrong: accepted_error,
    ...Object.fromEntries(single),
  }
}

/** Figures of the scorers that only print: words, types, boundaries and what became of odd files. */
function printed(output: string): Entry['figures'] {
  const found: Record<string, number> = {}
  for (const [name, pattern] of [
    ['words_f1', /^ALL .*F1 ([\d.]+)/m],
    ['types_right', /types right ([\d.]+)/],
    ['boundaries_f1', /^boundaries: .*F1 ([\d.]+)/m],
    ['lost', /: lost (\d+)/],
    ['internal', /internal (\d+)/],
    ['unnoticed_passwords', /passwords unnoticed (\d+)/],
    ['failed', /that others open, failed (\d+)/],
  ] as const) {
    const value = pattern.exec(output)?.[1]
    if (value) found[name] = Number(value)
  }
  return found
}

function lastOf(set: string): Entry | null {
  if (!fs.existsSync(book)) return null
  const entries = fs.readFileSync(book, 'utf8').trim().split('\n').filter(Boolean)
  return (
    entries.map((line) => JSON.parse(line) as Entry).findLast((entry) => entry.set === set) ?? null
  )
}

function changes(entry: Entry, before: Entry | null): string {
  if (!before) return 'measured for the first time'
  const moved = Object.entries(entry.figures).flatMap(([name, value]) => {
    const by = value - (before.figures[name] ?? Number.NaN)
    return by === 0 || Number.isNaN(by) ? [] : [`${name} ${by > 0 ? '+' : ''}${by.toFixed(4)}`]
  })
  return `since ${before.date} (${before.commit}): ${moved.join(', ') || 'the same'}; ${before.seconds} s then, ${entry.seconds} s now`
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const changed = git(
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--',
    '.',
    ':!bench/accuracy.jsonl',
  )
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`
}
