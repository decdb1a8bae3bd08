import type { Core } from '../core.ts'
import { templateSummary } from '../templates.ts'
import type { HandlersOf } from './index.ts'

export function templateHandlers(core: Core): HandlersOf<'template'> {
  return { 'template.list': () => core.templates.map(templateSummary) }
}
