import { existsSync } from 'node:fs'
import type { Core } from '../core.ts'
import { installedLanguages } from '../languages.ts'
import { samplesDir } from '../samples.ts'
import { templateSummary } from '../templates.ts'
import type { HandlersOf } from './index.ts'

export function appHandlers(core: Core): HandlersOf<'app'> {
  return {
    'app.state': () => ({
      version: core.version,
      dataDir: core.dataDir,
      dialogs: core.host.dialogs,
      hasSamples: existsSync(samplesDir(core)),
      templates: core.templates.map(templateSummary),
      languages: [...installedLanguages(core)],
    }),
  }
}
