import type { Handlers } from '../../contract.ts'
import type { Core } from '../core.ts'
import type { Hooks } from '../hooks/createHooks.ts'
import type { Runner } from '../runner.ts'
import { appHandlers } from './app.ts'
import { batchHandlers } from './batch.ts'
import { documentHandlers } from './document.ts'
import { exportHandlers } from './export.ts'
import { folderHandlers } from './folder.ts'
import { hookHandlers } from './hook.ts'
import { hostHandlers } from './host.ts'
import { itemHandlers } from './item.ts'
import { roundTripHandlers } from './roundTrip.ts'
import { settingsHandlers } from './settings.ts'
import { templateHandlers } from './template.ts'

/** One function per command of the contract. */
export function createHandlers(core: Core, runner: Runner, hooks: Hooks): Handlers {
  return {
    ...appHandlers(core, runner),
    ...batchHandlers(core, runner),
    ...hookHandlers(core, hooks),
    ...documentHandlers(core),
    ...itemHandlers(core),
    ...exportHandlers(core),
    ...roundTripHandlers(core),
    ...templateHandlers(core),
    ...folderHandlers(),
    ...hostHandlers(core),
    ...settingsHandlers(core),
  }
}

/** The handlers of some commands, by the beginning of their names. */
export type HandlersOf<Noun extends string> = {
  [N in keyof Handlers as N extends `${Noun}.${string}` ? N : never]: Handlers[N]
}
