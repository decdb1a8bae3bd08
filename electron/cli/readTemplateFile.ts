import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { Output } from '../contract.ts'
import type { Call } from './call.ts'
import { UsageError } from './options.ts'

/** What a template file says, with what is wrong in it. */
export async function readTemplateFile(call: Call, file: string): Promise<Output<'template.read'>> {
  return call('template.read', { filename: basename(file), text: textOf(file) })
}

const mostBytes = 5_000_000

function textOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new AppError('folder_not_found', { path: file })
  if (found.size > mostBytes) throw new UsageError(`“${file}” is too large to be a template.`)
  return readFileSync(file, 'utf8')
}
