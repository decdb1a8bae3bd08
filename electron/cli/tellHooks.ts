import type { App } from '../core/createApp.ts'
import type { DeliveryView } from '../views.ts'
import type { Terminal } from './terminal.ts'

const patienceMs = 3000
const waiting =
  'Waiting for what happens after the batch. Ctrl-C leaves what is not done to the next start.'

/** How it went with a command or an address. */
export function hookLine({ state, words, error }: DeliveryView): string {
  return `hook ${state} ${words}${error ? ` ${error.code} ${error.message}` : ''}`
}

/**
 * Until commands were run and addresses told of everything that ended. Ctrl-C leaves what is still owed to the next
 * program.
 */
export async function untilDelivered(app: App, terminal: Terminal): Promise<void> {
  const patience = setTimeout(() => terminal.say(waiting), patienceMs)
  const interrupted = Promise.withResolvers<void>()
  const deaf = terminal.onInterrupt(() => interrupted.resolve())
  try {
    await Promise.race([app.delivered(), interrupted.promise])
  } finally {
    deaf()
    clearTimeout(patience)
  }
}
