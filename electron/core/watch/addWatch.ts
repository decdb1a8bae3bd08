import { mkdir, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { WatchConfig } from '../../watchView.ts'
import { assertWritable } from '../atomicWrite.ts'
import type { Core } from '../core.ts'
import { durably } from '../db/open.ts'
import { findWatch, insertWatch, listWatches, updateWatch } from '../db/watches.ts'
import { insertWatchFile } from '../db/watchFiles.ts'
import { settleDecisions } from '../settleDecisions.ts'
import { assertApart } from './assertApart.ts'
import { listWatched } from './listWatched.ts'
import { mountOf } from './mountOf.ts'
import { decisionsOf } from './takeFiles.ts'

/**
 * Begins to watch a folder, and gives its number. Throws folder_not_found, access_denied, watch_in_data_folder,
 * watch_not_apart, watched_already, and what would keep a batch of it from being started.
 */
export async function addWatch(
  core: Core,
  wished: WatchConfig,
  { isOn, existing }: { readonly isOn: boolean; readonly existing: 'take' | 'leave' },
): Promise<number> {
  const config = await settled(core, wished, null)
  const { folder } = config
  const left =
    existing === 'take'
      ? []
      : (await listWatched(folder, { ...config, leaveOut: new Set([core.dataDir]) })).files
  const mounts = await mountsOf(config)
  const at = core.now().toISOString()
  return durably(core.db, () => {
    const watchId = insertWatch(core.db, { folder, config, isOn, ...mounts, createdAt: at })
    for (const { path, size, modifiedAt } of left)
      insertWatchFile(core.db, {
        ...{ watchId, path, size, modifiedAt, sha256: null, state: 'left', at },
      })
    core.log('watch.added', { watch: watchId })
    return watchId
  })
}

/** Watches it in another way from now on. Throws what adding such a one would throw. */
export async function changeWatch(core: Core, id: number, wished: WatchConfig): Promise<void> {
  const before = findWatch(core.db, id)
  if (!before) throw new AppError('not_found', { what: 'watched folder' })
  // Hooks are not shown, so that whoever changes something else cannot name them again.
  const hooks = wished.hooks ?? before.config.hooks
  const config = await settled(core, { ...wished, ...(hooks && { hooks }) }, id)
  const { folder } = config
  // A share that is away for now is still the one that was chosen.
  const now = await mountsOf(config)
  const mount = folder === before.folder ? before.mount : now.mount
  const isSame = config.moveTo === before.config.moveTo
  const destinationMount = isSame ? before.destinationMount : now.destinationMount
  updateWatch(core.db, { id, folder, config, mount, destinationMount })
}

async function mountsOf({ folder, moveTo }: WatchConfig) {
  return {
    mount: await mountOf(folder),
    destinationMount: moveTo === null ? null : await mountOf(moveTo),
  }
}

/** With whole paths, and nothing in it that cannot work. */
async function settled(core: Core, wished: WatchConfig, id: number | null): Promise<WatchConfig> {
  const { db, dataDir } = core
  const moveTo = wished.moveTo === null ? null : resolve(wished.moveTo)
  const exportTo = wished.exportTo === null ? null : resolve(wished.exportTo)
  const config = { ...wished, folder: resolve(wished.folder), moveTo, exportTo }
  const before = id === null ? null : findWatch(db, id)
  if (config.folder !== before?.folder) await assertFolder(config.folder)
  const others = listWatches(db).flatMap((other) => (other.id === id ? [] : [other.config]))
  await assertApart(config, { dataDir, others })
  for (const place of [moveTo, exportTo]) if (place !== null) await makeFolder(place)
  const watch = {
    ...{
      id: 0,
      folder: config.folder,
      isOn: true,
      mount: null,
      destinationMount: null,
      createdAt: '',
    },
    config,
  }
  await settleDecisions(core, decisionsOf(core, watch, null))
  if (exportTo !== null)
    await assertWritable(join(exportTo, `results.${config.exportFormat}`), config.kind)
  return config
}

async function assertFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new AppError('folder_not_found', { path })
  await readdir(path).catch(() => {
    throw new AppError('access_denied', { file: path })
  })
}

/** A person may name one that is not there yet. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((thrown) => {
    throw new AppError('output_locked', { path }, thrown)
  })
}
