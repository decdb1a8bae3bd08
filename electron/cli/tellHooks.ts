import type { App } from '../core/createApp.ts'
import { callOf } from './call.ts'
import type { Terminal } from './terminal.ts'

/**
 * Waits until commands were run and addresses told of what ended, and says how it went for one batch. Ctrl-C leaves
 * what is still owed to the next program.
 */
export async function tellHooks(app: App, terminal: Terminal, batchId: string): Promise<void> {
  await untilDelivered(app, terminal)
  for (const hook of await callOf(app)('hook.deliveries', { batchId })) {
    const { state, words, error } = hook
    terminal.answer(`hook ${state} ${words}${error ? ` ${error.code} ${error.message}` : ''}`)
  }
}

/** Until nothing is owed any more, of any batch. */
export async function untilDelivered(app: App, terminal: Terminal): Promise<void> {
  const interrupted = Promise.withResolvers<void>()
  const deaf = terminal.onInterrupt(() => interrupted.resolve())
  try {
    await Promise.race([app.delivered(), interrupted.promise])
  } finally {
    deaf()
  }
}
