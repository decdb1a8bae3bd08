import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../electron/cli/options.ts'

export type BenchCommand =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'read'
      /** Files and folders to read; none: the pages that the bench makes. */
      readonly paths: readonly string[]
      readonly most: Most
    }
  | { readonly kind: 'text'; readonly pages: number }
  | { readonly kind: 'memory'; readonly pages: number }
  | { readonly kind: 'lanes'; readonly pages: number }
  | {
      readonly kind: 'extract'
      /** A data folder of which the kept pages are taken; null: the samples. */
      readonly dataDir: string | null
    }
  | { readonly kind: 'size' | 'desk'; readonly items: number }
  | { readonly kind: 'export'; readonly documents: number }
  | { readonly kind: 'items'; readonly exported: string; readonly truth: string }

/** How much is read of what there is. */
export interface Most {
  readonly files: number
  readonly pages: number
}

/** What a command line of the bench means. Paths are taken from `from`. Throws UsageError. */
export function parseBench(args: readonly string[], from: string): BenchCommand {
  const { values, positionals } = parse(args)
  const [kind, ...rest] = positionals
  const pages = numberOf(values.pages, '--pages')
  const files = numberOf(values.limit, '--limit')
  if (values.help || kind === undefined || kind === 'help') return { kind: 'help' }
  if (kind === 'read') {
    const most = { files: files ?? Infinity, pages: pages ?? Infinity }
    return { kind, paths: rest.map((path) => resolve(from, path)), most }
  }
  if (kind === 'export') {
    if (rest.length > 0) throw new UsageError('export invents its own: it takes --documents alone.')
    return { kind, documents: numberOf(values.documents, '--documents') ?? 50_000 }
  }
  if (values.documents !== undefined)
    throw new UsageError(`${kind} does not know --documents; it stands with export alone.`)
  if (kind === 'items') return itemsOf(rest, from)
  if (kind === 'extract') return extractOf(rest, from)
  if (kind === 'size' || kind === 'desk') {
    if (rest.length > 0)
      throw new UsageError(`${kind} invents its own rows: it takes --limit alone.`)
    return { kind, items: files ?? 20_000 }
  }
  if (kind !== 'text' && kind !== 'memory' && kind !== 'lanes')
    throw new UsageError(
      `There is no benchmark “${kind}”. Known: read, text, extract, memory, lanes, items, size, desk, export.`,
    )
  if (rest.length > 0 || files !== null)
    throw new UsageError(`${kind} makes its own pages: it takes --pages alone.`)
  return { kind, pages: pages ?? usualPages[kind] }
}

function itemsOf([exported, truth, ...more]: readonly string[], from: string): BenchCommand {
  if (!exported || !truth || more.length > 0)
    throw new UsageError('items takes an export as JSON and a truth.jsonl.')
  return { kind: 'items', exported: resolve(from, exported), truth: resolve(from, truth) }
}

function extractOf([dataDir, ...more]: readonly string[], from: string): BenchCommand {
  if (more.length > 0) throw new UsageError('extract takes one data folder, or nothing.')
  return { kind: 'extract', dataDir: dataDir ? resolve(from, dataDir) : null }
}

const usualPages = { text: 500, memory: 1000, lanes: 300 } as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        limit: { type: 'string' },
        pages: { type: 'string' },
        documents: { type: 'string' },
      },
      allowPositionals: true,
    })
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown)
    throw new UsageError(`${said.split('. ')[0]?.replace(/\.$/, '')}. See npm run bench.`)
  }
}

function numberOf(text: string | undefined, name: string): number | null {
  if (text === undefined) return null
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes a number from 1 to 999999.`)
}
