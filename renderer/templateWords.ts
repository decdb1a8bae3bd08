import type { TemplateSummary } from '../electron/views.ts'

/** Where a template comes from, in a word or three. */
export const templateSourceWords: Record<TemplateSummary['source'], string> = {
  built_in: 'Came with Sheaf',
  own: 'Your own',
  changed: 'Changed by you',
}
