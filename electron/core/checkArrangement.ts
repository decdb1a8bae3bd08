import { AppError } from '../../workers/errors.ts'
import type { ParsedInput } from '../contract.ts'
import type { Arrangement } from './db/items.ts'

/** What a person wants of the pages of a file, if every page of it is in one document or left out. */
export function checkArrangement(
  { documents, leftOut }: Pick<ParsedInput<'item.arrange'>, 'documents' | 'leftOut'>,
  pageCount: number,
): Arrangement {
  const named = [...documents.flatMap(({ pages }) => pages), ...leftOut.map(({ page }) => page)]
  const stranger = named.find((page) => page > pageCount)
  if (stranger) refuse(`the file has ${pageCount} pages, and no page ${stranger}.`)
  const twice = named.find((page, i) => named.indexOf(page) !== i)
  if (twice) refuse(`page ${twice} is named twice; a page belongs to one document.`)
  const forgotten = Array.from({ length: pageCount }, (_, i) => i + 1).find(
    (page) => !named.includes(page),
  )
  if (forgotten)
    refuse(`page ${forgotten} is in no document. Put it into one, or leave it out with a reason.`)
  return { documents: documents.map(({ pages }) => pages), leftOut }
}

function refuse(problem: string): never {
  throw new AppError('invalid_input', { problem })
}
