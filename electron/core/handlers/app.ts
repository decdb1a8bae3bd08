import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import { compact } from '../compact.ts'
import type { Core } from '../core.ts'
import { writeDiagnostics } from '../diagnostics.ts'
import { examine } from '../doctor/examine.ts'
import { templateSummary } from '../knownTemplates.ts'
import { installedLanguages } from '../languages.ts'
import { limits } from '../limits.ts'
import type { Runner } from '../runner.ts'
import { samplesDir } from '../samples.ts'
import type { HandlersOf } from './index.ts'

export function appHandlers(core: Core, runner: Runner): HandlersOf<'app'> {
  function assertIdle(): void {
    if (runner.isBusy()) throw new AppError('work_running')
  }

  return {
    'app.state': () => ({
      version: core.version,
      dataDir: core.dataDir,
      dialogs: core.host.dialogs,
      hasSamples: existsSync(samplesDir(core)),
      templates: core.known.list().map(templateSummary),
      languages: [...installedLanguages(core)],
    }),
    'app.doctor': async ({ fix }) => {
      if (fix) assertIdle()
      return { findings: [...(await examine(core, { fix }))] }
    },
    'app.limits': () => limits(core),
    'app.passwords': ({ add, forget }) => {
      if (forget) core.passwords.forgetForAll()
      if (add !== null) core.passwords.addForAll(add)
      return { count: core.passwords.countForAll() }
    },
    'app.compact': () => {
      assertIdle()
      return { freedBytes: compact(core) }
    },
    'app.diagnose': async ({ path }) => ({
      path: await writeDiagnostics(core, path === null ? null : resolve(path)),
    }),
  }
}
