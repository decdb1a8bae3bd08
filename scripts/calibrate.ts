import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTemplate } from '../electron/core/templates.ts'
import { signsOf } from '../workers/extraction/confidence.ts'
import { evidenceOf, rank } from '../workers/extraction/fields.ts'
import { findAnswers } from '../workers/extraction/findFields.ts'
import { type Reading, readingOf } from '../workers/extraction/reading.ts'
import { findSpans } from '../workers/extraction/spans.ts'
import { certifiedThreshold, type Decision, errorBound } from './learning/bound.ts'
import { fold, isSame, type Truth, truthsOf } from './learning/evaluation.ts'
import { foldsBy } from './learning/folds.ts'
import { keptPages } from './learning/keptPages.ts'
import { chanceOf, type Example, fitLogistic, type Weights } from './learning/logistic.ts'

/**
 * Fits what a confidence is made of to values of real documents, and certifies the confidence from which
 * on a value need not be looked at. `npm run eval -- --keep FOLDER` reads the documents, then
 * `npm run calibrate -- FOLDER` takes seconds. Which documents: `sets` below; those of a vendor are never
 * used to judge what was fitted with others of the same. A few dozen numbers come out, none of a vendor.
 */
const sets = [
  { set: 'sroie', template: 'receipt' },
  { set: 'zugferd_plain', template: 'invoice' },
  { set: 'zugferd_scan', template: 'invoice' },
  { set: 'fcc_adbuy', template: 'examples/fcc-ad-order.json' },
] as const

interface Settled extends Example {
  readonly set: string
  readonly vendor: string
  readonly document: string
  /** Two people would not agree on whether it is right: the fit sees it as wrong, the promise leaves it out. */
  readonly isDisputable: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = process.argv[2]
if (!folder) throw new Error('usage: npm run calibrate -- FOLDER')
const settled = sets.flatMap(({ set, template }) => decisionsOf(set, templateFile(template)))
const weights = fit(settled)
const judged = outOfSample('vendor')
const threshold = certifiedThreshold(judged, 0.02)
report('by vendor', judged)
// Clearly better than by vendor would mean that something of the vendors was learned by heart.
report('at random', outOfSample('document'))
console.log(
  `threshold ${threshold?.toFixed(3) ?? 'cannot be certified'}; certified with the folds by vendor`,
)
write(threshold, weights)

function templateFile(name: string): string {
  return name.endsWith('.json')
    ? path.join(root, name)
    : path.join(root, `resources/templates/${name}.json`)
}

/** Every value that the program would give, with what was known of it and whether it is right. */
function decisionsOf(set: string, file: string): Settled[] {
  if (!fs.existsSync(file)) return []
  const template = readTemplate(file)
  const data = path.join(folder as string, set, 'data')
  if (!fs.existsSync(data)) return []
  const kept = keptPages(data)
  return truthsOf(set).flatMap((truth) => {
    const pages = kept.get(path.basename(truth.file))
    if (!pages?.length) return []
    const reading = readingOf(pages, '2026-11-22')
    return findAnswers(template, reading).flatMap(({ spec, answers }): Settled[] => {
      const [best, rival] = rank(spec.type, answers)
      const isRight = best ? isAnswered(truth, spec.name, best.value, reading) : null
      if (!best || isRight === null) return []
      const signs = signsOf(evidenceOf(spec, best, { rival, reading }))
      const wanted = truth.valueOf(spec.name) ?? ''
      const disputable = isDisputable(spec.name, wanted, best.value)
      const from = { set, vendor: truth.vendor, document: truth.file }
      return [{ ...from, signs, isRight, isDisputable: disputable }]
    })
  })
}

/** Whether a value is the true one; null where the truth says nothing of the field, or what is not printed. */
function isAnswered(truth: Truth, field: string, value: string, reading: Reading): boolean | null {
  if (truth.isSilent(field)) return null
  const wanted = truth.valueOf(field)
  if (wanted !== null && !isPrinted(field, wanted, reading)) return null
  return wanted !== null && isSame(field, wanted, value)
}

/** A date that the truth itself cut off, a name that only goes further, an address but for one part. */
function isDisputable(field: string, wanted: string, value: string): boolean {
  if (/date|^flight_/.test(field)) return !/^\d{4}-\d{2}-\d{2}$/.test(wanted)
  const [a, b] = [fold(wanted), fold(value)]
  const parts = wanted.split('\n').map(fold)
  if (parts.length > 1) return parts.filter((part) => b.includes(part)).length === parts.length - 1
  return /name|advertiser/.test(field) && a !== b && (a.includes(b) || b.includes(a))
}

/** Whether a page with a text layer shows a value at all; of what was read by OCR nobody knows. */
function isPrinted(field: string, wanted: string, { pages, lines, ...reading }: Reading): boolean {
  if (pages.some(({ reader }) => reader !== 'text_layer')) return true
  const text = fold(lines.map((line) => line.text).join(' '))
  const typed = (['date', 'amount'] as const).flatMap((type) =>
    findSpans(type, { ...reading, pages, lines }),
  )
  return (
    wanted.split('\n').every((part) => text.includes(fold(part))) ||
    typed.some((span) => isSame(field, wanted, span.value))
  )
}

function fit(examples: readonly Settled[]): Weights {
  // What is peculiar to one kind of value is held closer to nothing than what all share.
  return fitLogistic(examples, {
    start: { mended: -0.5, proven: 0.8 },
    pull: (name) => {
      if (name === 'one') return 0.1
      // Too few are proven wrong or right to learn from, and a proof must never make a value the less sure.
      if (name === 'proven') return 100
      // Mending lets a value be seen that would be lost; it must never make it the surer.
      if (name === 'mended') return 1000
      return name.includes(':') ? 6 : 2
    },
  })
}

/** Each decision judged by weights that nothing of its vendor, or only of its document, was used for. */
function outOfSample(together: 'vendor' | 'document'): (Settled & Decision)[] {
  const folds = foldsBy(settled, (example) => example[together])
  return folds.flatMap(({ learned, judged }) => {
    const fitted = fit(learned)
    return judged
      .filter(({ isDisputable }) => !isDisputable)
      .map((example) => ({
        ...example,
        pool: example.set,
        confidence: Math.min(0.99, chanceOf(fitted, example.signs)),
      }))
  })
}

function report(folds: string, judged: readonly (Settled & Decision)[]): void {
  console.log(`folds ${folds}`)
  for (const { set } of sets)
    reportOf(
      set,
      judged.filter((decision) => decision.set === set),
    )
  reportOf('all', judged)
}

function reportOf(name: string, decisions: readonly Decision[]): void {
  const taken = decisions.filter(({ confidence }) => confidence >= (threshold ?? 1))
  const wrong = taken.filter(({ isRight }) => !isRight).length
  const right = decisions.filter(({ isRight }) => isRight).length
  console.log(
    `  ${name}`.padEnd(16),
    `${decisions.length} values, ${percent(right / decisions.length)} right; ECE ${calibrationError(decisions).toFixed(3)};`,
    `accepted ${percent(taken.length / decisions.length)}, of which wrong ${percent(wrong / Math.max(1, taken.length))} (at most ${percent(errorBound(wrong, taken.length))})`,
  )
}

/** Expected calibration error over ten equal stretches of confidence. */
function calibrationError(decisions: readonly Decision[]): number {
  const bins = Map.groupBy(decisions, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  return [...bins.values()].reduce((sum, bin) => {
    const right = bin.filter(({ isRight }) => isRight).length
    const said = bin.reduce((total, { confidence }) => total + confidence, 0)
    return sum + Math.abs(right - said) / decisions.length
  }, 0)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function write(threshold: number | null, fitted: Weights): void {
  const file = path.join(root, 'workers/extraction/trust.ts')
  const head = fs.readFileSync(file, 'utf8').split('} = {')[0]
  const lines = Object.entries(fitted).map(
    ([name, weight]) =>
      `    ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Number(weight.toFixed(3))},`,
  )
  const body = [
    `  threshold: ${(threshold ?? 1).toFixed(3)},`,
    '  weights: {',
    ...lines,
    '  },',
    '}',
    '',
  ]
  fs.writeFileSync(file, `${head}} = {\n${body.join('\n')}`)
}
