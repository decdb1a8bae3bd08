import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { ColumnLayout } from '../../workers/columnLayout.ts'
import { AppError } from '../../workers/errors.ts'
import type { BatchKind, ExportOptions } from '../views.ts'
import type { Core } from './core.ts'
import { findLayout, listLayouts } from './db/columnLayouts.ts'
import { unknownColumns } from './layoutProblems.ts'
import { readLayout } from './readLayout.ts'
import type { Problem } from './templateProblems.ts'

/**
 * The layout that is meant: one that was saved, by name, one in a file (.json), or what it says itself. Throws
 * no_layout and layout_invalid.
 */
export function chooseLayout(
  core: Pick<Core, 'db'>,
  named: NonNullable<ExportOptions['layout']>,
): ColumnLayout {
  if (typeof named !== 'string') return usable(named)
  const saved = findLayout(core.db, named)
  if (saved) return usable(saved.layout)
  if (extname(named).toLowerCase() === '.json')
    return usable(contentOf(resolve(named)), basename(named))
  const known = listLayouts(core.db).map(({ name }) => name)
  throw new AppError('no_layout', { layout: named, known: known.join(', ') || 'none yet' })
}

/** Throws layout_invalid where a layout has nothing to arrange: in other formats, and without fields. */
export function assertLayoutFits(
  { name: layout }: ColumnLayout,
  { path, kind }: { readonly path: string | null; readonly kind: BatchKind },
): void {
  if (kind !== 'extract') {
    const problem = 'it arranges fields, and a batch of this kind has none. Leave the layout out.'
    throw new AppError('layout_invalid', { layout, problem })
  }
  const ending = path === null ? '' : extname(path).toLowerCase()
  if (ending === '' || ending === '.xlsx' || ending === '.csv') return
  const problem = `it arranges columns of .xlsx and .csv, and “${ending}” has none: it holds every value. Leave the layout out, or write another format.`
  throw new AppError('layout_invalid', { layout, problem })
}

/** Throws layout_invalid for a column that shows what neither a template nor the batch knows. */
export function assertColumnsKnown(
  layout: ColumnLayout,
  known: Parameters<typeof unknownColumns>[1],
): void {
  throwFirst(layout.name, unknownColumns(layout, known))
}

function usable(source: unknown, name?: string): ColumnLayout {
  const { layout, problems } = readLayout(source)
  if (layout && problems.length === 0) return layout
  throwFirst(name ?? nameIn(source), problems)
  throw new Error('a layout is none, and nothing is wrong with it')
}

function throwFirst(layout: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const sentences = problems.slice(0, 3).map(({ sentence }) => sentence)
  throw new AppError('layout_invalid', { layout, problem: sentences.join(' ') })
}

function nameIn(source: unknown): string {
  const name = typeof source === 'object' && source !== null && Reflect.get(source, 'name')
  return typeof name === 'string' && name !== '' ? name : 'without a name'
}

function contentOf(file: string): unknown {
  const fail = (problem: string) =>
    new AppError('layout_invalid', { layout: basename(file), problem })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw fail('there is no such file, or it may not be read.')
  }
  try {
    // Editors on Windows put a mark before the first letter.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (thrown) {
    throw fail(`it is not JSON (${thrown instanceof Error ? thrown.message : String(thrown)}).`)
  }
}
