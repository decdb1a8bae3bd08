import type { Core } from '../core.ts'
import { forgetGivenUp } from '../db/watchFiles.ts'
import { addWatch, changeWatch } from '../watch/addWatch.ts'
import type { Watches } from '../watch/watches.ts'
import type { HandlersOf } from './index.ts'

export function watchHandlers(core: Core, watches: Watches): HandlersOf<'watch'> {
  return {
    'watch.list': () => [...watches.list()],
    'watch.add': async ({ isOn, existing, ...config }) => {
      const watchId = await addWatch(core, config, { isOn, existing })
      watches.wake(watchId)
      return watches.view(watchId)
    },
    'watch.change': async ({ watchId, ...config }) => {
      await changeWatch(core, watchId, config)
      watches.wake(watchId)
      return watches.view(watchId)
    },
    'watch.remove': async ({ watchId }) => {
      watches.view(watchId)
      await watches.remove(watchId)
      return {}
    },
    'watch.pause': ({ watchId }) => {
      watches.setOn(watchId, false)
      return watches.view(watchId)
    },
    'watch.resume': ({ watchId }) => {
      watches.setOn(watchId, true)
      return watches.view(watchId)
    },
    'watch.scanNow': async ({ watchId, again }) => {
      watches.view(watchId)
      if (again) forgetGivenUp(core.db, watchId)
      await watches.scan(watchId)
      return watches.view(watchId)
    },
  }
}
