import { resolve } from 'node:path'
import type { TemplateCommand } from './command.ts'
import { commandTable } from './commandTable.ts'
import { commonOf, none, numberOf, parseOptions, templateNamed, UsageError } from './options.ts'

/** What `templates …` means; alone it lists them. */
export function parseTemplates(args: readonly string[], from: string): TemplateCommand {
  const { values, positionals } = parseOptions(args, commandTable.templates.options)
  const [deed = 'list', ...words] = positionals
  const rest = commonOf(values, from)
  if (values.replace && deed !== 'import') throw new UsageError('--replace goes with import.')
  if (values.limit !== undefined && deed !== 'test') throw new UsageError('--limit goes with test.')
  switch (deed) {
    case 'list':
      none(words)
      return { kind: 'templates', ...rest }
    case 'show':
      return { kind: 'templates show', name: one(words, 'show invoice'), ...rest }
    case 'import': {
      const file = resolve(from, one(words, 'import lease.json'))
      return { kind: 'templates import', file, replace: values.replace ?? false, ...rest }
    }
    case 'check':
      return {
        kind: 'templates check',
        file: resolve(from, one(words, 'check lease.json')),
        ...rest,
      }
    case 'test': {
      const [template, on, ...others] = words
      if (template === undefined || on === undefined || others.length > 0)
        throw new UsageError('Say what and on what: templates test lease.json latest.')
      const limit = numberOf(values.limit, { name: '--limit', from: 1, to: 100_000 }) ?? 100
      const named = templateNamed(template, from)
      return {
        kind: 'templates test',
        template: named,
        on,
        folder: resolve(from, on),
        limit,
        ...rest,
      }
    }
    default:
      throw new UsageError(
        `“${deed}” is not expected here: templates takes list, show, import, check or test.`,
      )
  }
}

function one(words: readonly string[], example: string): string {
  const [word, ...others] = words
  if (word === undefined || others.length > 0)
    throw new UsageError(`Name one, such as: templates ${example}.`)
  return word
}
