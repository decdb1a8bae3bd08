import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { outputError } from '../../workers/export/outputError.ts'
import type { App } from '../core/createApp.ts'
import type { ColumnLayout } from '../views.ts'
import { type Call, callOf } from './call.ts'
import type { LayoutCommand } from './command.ts'
import { exit } from './exitStatus.ts'
import { findBatch } from './findBatch.ts'
import { UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'
import { columns, count } from './words.ts'

/** Lists, shows, takes in, gives out and takes away column layouts, and makes one of another program’s CSV. */
export async function layouts(
  app: App,
  terminal: Terminal,
  command: LayoutCommand,
): Promise<number> {
  const call = callOf(app)
  const answer = (data: unknown, ...lines: readonly string[]) => {
    if (command.json) terminal.answer(JSON.stringify(data, null, 2))
    else for (const line of lines) terminal.answer(line)
    return exit.good
  }
  switch (command.kind) {
    case 'layouts': {
      const all = await call('layout.list', {})
      return answer(all, ...linesOf(all))
    }
    case 'layouts show': {
      const { layout } = await call('layout.get', { layout: command.name })
      return answer(layout, textOf(layout).trimEnd())
    }
    case 'layouts import': {
      const saved = await importLayout(call, command)
      return answer(saved, `imported ${saved.name}`)
    }
    case 'layouts export': {
      const { file, name } = command
      const { layout } = await call('layout.get', { layout: name })
      writeLayout(layout, command)
      return answer({ path: file, layout }, `output ${file}`)
    }
    case 'layouts infer': {
      const { sample, file, batch } = command
      const batchId = batch === null ? null : (await findBatch(call, batch)).id
      const bytes = beginningOf(sample).toString('base64')
      const found = await call('layout.fromHeader', { batchId, filename: basename(sample), bytes })
      for (const note of notesOn(found)) terminal.say(note)
      if (file === null) return answer(found, textOf(found.layout).trimEnd())
      writeLayout(found.layout, { ...command, file })
      return answer({ path: file, ...found }, `output ${file}`)
    }
    case 'layouts remove': {
      const { name } = command
      await call('layout.remove', { name })
      return answer({ removed: name }, `removed ${name}`)
    }
  }
}

type Of<K extends LayoutCommand['kind']> = Extract<LayoutCommand, { kind: K }>

async function importLayout(call: Call, { file, replace }: Of<'layouts import'>) {
  const { layout } = await call('layout.get', { layout: file })
  const key = layout.name.toLowerCase()
  const namesake = (await call('layout.list', {})).find(
    (known) => known.layout.name.toLowerCase() === key,
  )
  const replaces = replace && namesake ? namesake.layout.name : null
  return (await call('layout.save', { layout: { ...layout }, replaces, batchId: null })).layout
}

function linesOf(all: readonly { layout: ColumnLayout; savedAt: string }[]): readonly string[] {
  if (all.length === 0) return ['No column layout was saved yet.']
  const rows = all.map(({ layout, savedAt }) => [
    count(layout.columns.length, 'column'),
    layout.rows === 'line_items' ? 'a row a line item' : 'a row a document',
    savedAt.slice(0, 16).replace('T', ' '),
    layout.name,
  ])
  return columns([['HAS', 'ROWS', 'SAVED', 'NAME'], ...rows])
}

function notesOn({
  layout,
  unmatched,
  notes,
}: {
  readonly layout: ColumnLayout
  readonly unmatched: readonly number[]
  readonly notes: readonly string[]
}): readonly string[] {
  const unknown = unmatched.map((at) => `“${layout.columns[at]?.header}”`)
  if (unknown.length === 0) return notes
  return [...notes, `Nobody knows ${unknown.join(', ')}: empty until you say what is shown there.`]
}

const textOf = (layout: ColumnLayout) => `${JSON.stringify(layout, null, 2)}\n`

/** Another file is only written over when that was said. */
function writeLayout(
  layout: ColumnLayout,
  { file, replace }: { readonly file: string; readonly replace: boolean },
): void {
  try {
    writeFileSync(file, textOf(layout), { flag: replace ? 'w' : 'wx' })
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
      throw new UsageError(`“${file}” is there already; --replace writes over it.`)
    throw outputError(file, thrown)
  }
}

/** As much of a sample as is looked at. */
const mostBytes = 1_000_000

function beginningOf(file: string): Buffer {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new AppError('folder_not_found', { path: file })
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(mostBytes)
    return bytes.subarray(0, readSync(handle, bytes, 0, mostBytes, 0))
  } finally {
    closeSync(handle)
  }
}
