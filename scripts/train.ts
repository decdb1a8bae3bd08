import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTemplate } from '../electron/core/templates.ts'
import type { Answer } from '../workers/extraction/fields.ts'
import { findAnswers } from '../workers/extraction/findFields.ts'
import { readingOf } from '../workers/extraction/reading.ts'
import { nothingScore, weightOf } from '../workers/extraction/signals.ts'
import { weights as shipped } from '../workers/extraction/weights.ts'
import type { FieldType } from '../workers/model.ts'
import type { Template } from '../workers/template.ts'
import { type Choice, chances, fitChoices } from './learning/choice.ts'
import { isSame } from './learning/evaluation.ts'
import { type Paper, papers } from './learning/papers.ts'

/**
 * Fits how much each signal counts for a value, and when nothing is the better answer, to papers that we
 * invented ourselves (`learning/variants.ts`), starting from what is shipped; says how the fit does on layouts
 * that it has not seen, and writes it down where that is better.
 * `npm run train`, or `npm run train -- FOLDER` to keep what was read there. About 40 minutes the first time.
 */
const sharpness = 6.5
/** Prints of a field that are worth weighing; the rest are far behind. */
const most = 14
const pull = 8

const root = fileURLToPath(new URL('..', import.meta.url))
const templates = ['invoice', 'receipt'].map((name) =>
  readTemplate(path.join(root, `resources/templates/${name}.json`)),
)
const folder = process.argv[2] ?? fs.mkdtempSync(path.join(os.tmpdir(), 'papers-'))
const examples = (await papers(templates, { printed: 8, scanned: 3, folder })).flatMap(choicesOf)
const start = startingPoint()
const free = new Set(
  Object.keys(start).filter((name) => name !== 'decoded' && name !== 'party' && name !== 'text'),
)

const layouts = [...new Set(examples.map(({ layout }) => layout))].sort()
const foldOf = (layout: string) => layouts.indexOf(layout) % 4
const judged = [0, 1, 2, 3].map((fold) => {
  const unseen = examples.filter(({ layout }) => foldOf(layout) === fold)
  const fitted = fitChoices(
    examples.filter(({ layout }) => foldOf(layout) !== fold),
    { start, free, pull },
  )
  return { count: unseen.length, before: rightOf(unseen, start), after: rightOf(unseen, fitted) }
})
const sum = (part: 'count' | 'before' | 'after') =>
  judged.reduce((total, fold) => total + fold[part], 0)
console.log(
  `${examples.length} fields of ${layouts.length} layouts; right on unseen layouts: ${share(sum('before'))} as shipped, ${share(sum('after'))} as fitted`,
)
if (sum('after') > sum('before')) write(fitChoices(examples, { start, free, pull }))
else console.log('The fit is no better on layouts that it has not seen: the weights stay.')

interface Example extends Choice {
  readonly layout: string
}

/** Every field of a paper that its truth speaks of, as a choice among its prints and nothing. */
function choicesOf({ pages, truth }: Paper): Example[] {
  const template = templates.find(({ name }) => name === truth.doc_type) as Template
  const reading = readingOf(pages, '2026-11-22')
  return findAnswers(template, reading).flatMap(({ spec, answers }) => {
    const name = { merchant_name: 'company', merchant_address: 'address' }[spec.name] ?? spec.name
    const wanted = truth.normalized[name]
    const isAbsent = truth.absent_fields.includes(name)
    if (truth.not_printed.includes(name) || (typeof wanted !== 'string' && !isAbsent)) return []
    const isRight = (answer: Answer) =>
      typeof wanted === 'string' && isSame(spec.name, wanted, answer.value)
    const best = answers.toSorted((a, b) => b.score - a.score)
    const kept = best.filter((answer, at) => at < most || isRight(answer))
    const right = new Set(kept.flatMap((answer, at) => (isRight(answer) ? [at] : [])))
    // A value that no print has is a matter for parsers; to learn “nothing” from it would be wrong.
    if (right.size === 0 && !isAbsent) return []
    if (isAbsent) right.add(kept.length)
    const options = [...kept.map(({ signals }) => signals), { [nothingOf(spec.type)]: 1 }]
    return [{ layout: `${truth.doc_type} ${truth.layout}`, options, right }]
  })
}

function nothingOf(type: FieldType): string {
  return `nothing:${type}`
}

/** What is shipped, in the units of the fit, with every signal that occurs. */
function startingPoint(): Record<string, number> {
  const names = new Set(
    examples.flatMap(({ options }) => options.flatMap((signals) => Object.keys(signals))),
  )
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const type = /^nothing:(.*)/.exec(name)?.[1]
      return [name, sharpness * (type ? nothingScore(type) : weightOf(name))]
    }),
  )
}

function rightOf(choices: readonly Choice[], fitted: Readonly<Record<string, number>>): number {
  return choices.filter(({ options, right }) => {
    const likely = chances(fitted, options)
    return right.has(likely.indexOf(Math.max(...likely)))
  }).length
}

function share(count: number): string {
  return `${((100 * count) / sum('count')).toFixed(1)} %`
}

function write(fitted: Readonly<Record<string, number>>): void {
  const file = path.join(root, 'workers/extraction/weights.ts')
  const head = fs.readFileSync(file, 'utf8').split('} = {')[0]
  const entries = Object.entries(fitted).map(
    ([name, weight]) => [name, String(Number((weight / sharpness).toFixed(3)))] as const,
  )
  const section = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([name, weight]) => `    ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`)
  const nothing = entries
    .filter(([name]) => name.startsWith('nothing:'))
    .map(([name, weight]) => [name.slice(8), weight] as const)
  const signals = entries.filter(([name]) => free.has(name) && !name.startsWith('nothing:'))
  const known = Object.entries(shipped.signals)
    .filter(([name]) => !(name in fitted))
    .map(([name, weight]) => [name, String(weight)] as const)
  const body = [
    '  signals: {',
    ...section([...signals, ...known]),
    '  },',
    '  nothing: {',
    ...section(nothing),
    '    other: 0.2,',
    '  },',
    '}',
    '',
  ]
  fs.writeFileSync(file, `${head}} = {\n${body.join('\n')}`)
}
