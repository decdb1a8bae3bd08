import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { outputError } from '../../workers/export/outputError.ts'
import type { Template } from '../../workers/template.ts'
import { atomicWrite } from './atomicWrite.ts'
import type { Core } from './core.ts'
import { durably } from './db/open.ts'
import {
  keepTemplateVersion,
  latestTemplateVersion,
  renameTemplateVersions,
} from './db/templateVersions.ts'
import type { KnownTemplate } from './knownTemplates.ts'
import { saysTheSame } from './templateDraft.ts'
import { asWritten, templateText } from './templateText.ts'

type Saving = Pick<Core, 'db' | 'known' | 'now'>

/**
 * Makes a template what new batches take: the next version in the place of the one that was edited, or of none.
 * Throws template_taken, output_locked, disk_full.
 *
 * Its file is what counts. What was there is remembered before it is written, and what it says afterwards: whenever
 * the program ends in between, the template is the old or the new one, and nothing of either is lost.
 */
export function saveTemplate(
  core: Saving,
  draft: Template,
  { replaces }: { readonly replaces: string | null },
): Promise<void> {
  const template = asWritten(draft)
  return core.known.inTurn(async () => {
    const { db, known } = core
    const { name } = template
    if (name !== replaces && known.find(name))
      throw new AppError('template_taken', { template: name })
    const before = replaces === null ? null : known.find(replaces)
    if (before && name === replaces && saysTheSame(before.template, template)) return
    if (before) durably(db, () => keepTemplateVersion(db, before.template, before.savedAt))

    const isRenamed = name !== replaces && before !== null && before.source !== 'built_in'
    const earlier = isRenamed || name === replaces ? (before?.template.version ?? 0) : 0
    const version = nextVersion(core, { name, from: isRenamed ? replaces : null, earlier })
    const saved = { ...template, version }
    await writeTemplate(core, saved, name === replaces ? before : null)
    durably(db, () => {
      if (isRenamed && replaces !== null) renameTemplateVersions(db, { from: replaces, to: name })
      keepTemplateVersion(db, saved, core.now().toISOString())
    })
    try {
      if (isRenamed) await removeFiles(before.files)
    } finally {
      known.reload()
    }
  })
}

/** Throws output_locked where another program holds one of them. */
export async function removeFiles(files: readonly string[]): Promise<void> {
  for (const file of files)
    await rm(file, { force: true }).catch((thrown) => {
      throw outputError(file, thrown)
    })
}

/** No number is given twice, also not of a name whose template was removed: batches know theirs by it. */
function nextVersion(
  { db }: Saving,
  { name, from, earlier }: { name: string; from: string | null; earlier: number },
): number {
  const ofOther = from === null ? 0 : Math.max(latestTemplateVersion(db, from), earlier)
  const ofName = latestTemplateVersion(db, name)
  return (from === null ? Math.max(ofName, earlier) : ofName + ofOther) + 1
}

/** Writes it over the file that says it now, or into a new one. */
export async function writeTemplate(
  { known }: Saving,
  template: Template,
  before: KnownTemplate | null,
): Promise<void> {
  const file = before?.files.at(-1) ?? freeFile(known.folder, template.name)
  await mkdir(known.folder, { recursive: true }).catch((thrown) => {
    throw outputError(known.folder, thrown)
  })
  await atomicWrite(file, (temporary) => writeFile(temporary, templateText(template)))
}

/** A name that no file has: also not one that has a slip in it and is no template for now. */
function freeFile(folder: string, name: string): string {
  for (let i = 1; ; i++) {
    // The dash keeps names that Windows has for itself (con, nul) from being a file's.
    const file = join(
      folder,
      `${reserved.test(name) ? `${name}-` : name}${i > 1 ? `-${i}` : ''}.json`,
    )
    if (!existsSync(file)) return file
  }
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
