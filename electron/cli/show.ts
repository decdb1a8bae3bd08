import type { App } from '../core/createApp.ts'
import type { DocumentView, FieldView } from '../views.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { oneLine } from './listCommands.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

/** A document: what it is, and each value with how sure it is and where it stands. */
export async function show(
  app: App,
  terminal: Terminal,
  { documentId, json }: Extract<Command, { kind: 'show' }>,
): Promise<number> {
  const document = await callOf(app)('document.get', { documentId })
  if (json) terminal.answer(JSON.stringify(document, null, 2))
  else for (const line of linesOf(document)) terminal.answer(line)
  return exit.good
}

function linesOf(document: DocumentView): readonly string[] {
  const { id, batchId, filename, status, type, confidence, pages, review, reviewReason } = document
  const numbers = pages.map(({ number }) => number)
  return [
    `document ${id} ${status}`,
    `batch ${batchId}`,
    `file ${oneLine(filename)}, ${pagesWords(numbers)}`,
    `type ${type}, ${percent(document.typeConfidence)} sure`,
    `confidence ${percent(confidence)}`,
    ...(review === 'none' ? [] : [`review ${[review, reviewReason].filter(Boolean).join(': ')}`]),
    ...(document.error ? [`error ${document.error.code} ${document.error.message}`] : []),
    '',
    ...columns([head, ...document.fields.map(cellsOf)]),
    ...document.tables.flatMap(({ label, columns: named, rows }) => [
      '',
      `${label} (${rows.length})`,
      ...rows.flatMap((row, i) =>
        columns(
          named.flatMap(({ name }) => {
            const field = row[name]
            return field ? [[`${i + 1}`, ...cellsOf(field)]] : []
          }),
        ),
      ),
    ]),
    ...document.checks
      .filter(({ passed }) => !passed)
      .map(({ level, code, sentence }) => `${level} ${code} ${oneLine(sentence)}`),
  ]
}

const head = ['FIELD', 'VALUE', 'SURE', 'STATE', 'PAGE', 'BOX']

function cellsOf(field: FieldView): readonly string[] {
  const { name, value, confidence, needsReview, corrected, accepted, provenance } = field
  const state = corrected
    ? 'corrected'
    : accepted
      ? 'accepted'
      : needsReview
        ? 'needs_review'
        : value === null
          ? 'absent'
          : 'found'
  return [
    name,
    value === null ? '-' : oneLine(value),
    value === null ? '-' : percent(confidence),
    state,
    provenance === null ? '-' : String(provenance.page),
    provenance === null ? '-' : provenance.box.map((edge) => edge.toFixed(1)).join(','),
  ]
}

function pagesWords(numbers: readonly number[]): string {
  return numbers.length === 1 ? `page ${numbers[0]}` : `pages ${numbers.join(', ')}`
}

/** Never rounded up to a certainty that is not there. */
function percent(share: number): string {
  return `${share >= 1 ? 100 : Math.min(99, Math.floor(share * 100))} %`
}
