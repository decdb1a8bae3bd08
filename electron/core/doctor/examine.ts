import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { databaseFindings } from './databaseFindings.ts'
import { folderFindings } from './folderFindings.ts'
import { languageFindings } from './languageFindings.ts'
import { orphanFindings } from './orphanFindings.ts'
import { versionFinding } from './versionFinding.ts'

/** Looks whether everything is in order; `fix` takes away what belongs to nothing any more. */
export async function examine(
  core: Core,
  { fix }: { readonly fix: boolean },
): Promise<readonly Finding[]> {
  const findings = [
    versionFinding(core),
    ...(await databaseFindings(core, fix)),
    ...folderFindings(core),
    ...languageFindings(core),
    ...(await orphanFindings(core, fix)),
  ]
  const problems = findings.filter(({ level }) => level !== 'ok').length
  core.log('doctor.examined', { problems, fix })
  return findings
}
