import type { Handlers } from '../../contract.ts'
import type { ClientDoor } from '../clientDoor.ts'
import type { Core } from '../core.ts'
import type { Hooks } from '../hooks/createHooks.ts'
import type { Runner } from '../runner.ts'
import type { Watches } from '../watch/watches.ts'
import { appHandlers } from './app.ts'
import { batchHandlers } from './batch.ts'
import { clientHandlers } from './client.ts'
import { documentHandlers } from './document.ts'
import { exportHandlers } from './export.ts'
import { folderHandlers } from './folder.ts'
import { hookHandlers } from './hook.ts'
import { hostHandlers } from './host.ts'
import { itemHandlers } from './item.ts'
import { layoutHandlers } from './layout.ts'
import { roundTripHandlers } from './roundTrip.ts'
import { settingsHandlers } from './settings.ts'
import { templateHandlers } from './template.ts'
import { watchHandlers } from './watch.ts'

/** What does something by itself, beside the commands. */
interface Doers {
  readonly runner: Runner
  readonly hooks: Hooks
  readonly watches: Watches
  readonly door: ClientDoor
}

/** One function per command of the contract. */
export function createHandlers(core: Core, { runner, hooks, watches, door }: Doers): Handlers {
  return {
    ...appHandlers(core, runner),
    ...batchHandlers(core, runner),
    ...hookHandlers(core, hooks),
    ...documentHandlers(core),
    ...itemHandlers(core),
    ...exportHandlers(core),
    ...layoutHandlers(core),
    ...roundTripHandlers(core),
    ...templateHandlers(core),
    ...folderHandlers(),
    ...hostHandlers(core),
    ...settingsHandlers(core, door),
    ...clientHandlers(core, door),
    ...watchHandlers(core, watches),
  }
}

/** The handlers of some commands, by the beginning of their names. */
export type HandlersOf<Noun extends string> = {
  [N in keyof Handlers as N extends `${Noun}.${string}` ? N : never]: Handlers[N]
}
