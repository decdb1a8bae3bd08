import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { Template } from '../../workers/template.ts'
import type { TemplateFormat } from '../contract.ts'
import { atomicWrite } from './atomicWrite.ts'
import { toNamedEntities } from './namedEntities.ts'
import { templateText } from './templateText.ts'

/** What a template says in a format: our own, or the names and types of its fields alone. */
export function textIn(format: TemplateFormat, template: Template): string {
  if (format === 'sheaf') return templateText(template)
  return `${JSON.stringify(toNamedEntities(template), null, 2)}\n`
}

/** Writes a template beside its name and renames it. Throws output_unsupported, output_locked, disk_full. */
export async function writeTemplateFile(
  path: string,
  format: TemplateFormat,
  template: Template,
): Promise<void> {
  if (extname(path).toLowerCase() !== '.json')
    throw new AppError('output_unsupported', { path, formats: '.json' })
  await atomicWrite(path, (temporary) => writeFile(temporary, textIn(format, template)))
}
