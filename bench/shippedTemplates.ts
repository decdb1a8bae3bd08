import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Template, templateSchema } from '../workers/template.ts'

const folder = join(import.meta.dirname, '..', 'resources', 'templates')

/** The templates that come with Sheaf, as a batch keeps them. */
export const shippedTemplates = (): readonly Template[] =>
  readdirSync(folder).map((name) =>
    templateSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  )
