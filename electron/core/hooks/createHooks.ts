import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ErrorCode } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import {
  claimDelivery,
  type Delivery,
  listOwed,
  type Outcome,
  releaseDelivery,
  settleDelivery,
} from '../db/deliveries.ts'
import { framesOf } from '../log.ts'
import { troubleOf } from '../trouble.ts'
import { fillCommand } from './fillCommand.ts'
import { factsOf, type HookBody } from './hookBody.ts'
import { nameExports } from './nameExports.ts'
import { postHook } from './postHook.ts'
import { runCommand } from './runCommand.ts'

export interface Hooks {
  /** Begins what is owed. */
  wake(): void
  /** Tries one of them now, once, and waits for its end. */
  once(id: string): Promise<void>
  /** Lets what is owed after a batch wait for files that a host still writes of it; they are named at the end. */
  hold(batchId: string): (exportPaths: readonly string[]) => void
  /** When nothing is owed any more, of a batch or of all. */
  idle(batchId?: string): Promise<void>
  close(): Promise<void>
}

export interface HookLimits {
  /** Pauses between the tries of an address. */
  readonly pausesMs: readonly number[]
  readonly postMs: number
  readonly commandMs: number
}

const usual: HookLimits = { pausesMs: [2000, 8000], postMs: 10_000, commandMs: 10 * 60_000 }

/** As many at a time: one that does not answer must not hold up the others. */
const atOnce = 4

/** What another try cannot change. */
const final: readonly ErrorCode[] = ['address_public', 'hook_redirected']

/**
 * Delivers what is owed after batches. The outbox in the database says what that is: a delivery is claimed before it
 * is tried and settled after, so that one that was under way at a sudden end is tried again, and each arrives at
 * least once. Addresses are tried three times; a command once, because a program that failed may have done half.
 */
export function createHooks(core: Core, given: Partial<HookLimits> = {}): Hooks {
  const { db, log, closing, now } = core
  const limits = { ...usual, ...given }
  const inHand = new Map<
    string,
    { readonly batchId: string | null; readonly done: Promise<void> }
  >()

  const broken = new Set<string>()
  const held = new Set<string>()

  function wake(): void {
    for (const { id, batchId } of owed()) {
      if (inHand.size >= atOnce) return
      if (!inHand.has(id)) begin(id, batchId, limits.pausesMs)
    }
  }

  /** Without those that could not even be written down, on a full or damaged disk: the next start has them. */
  function owed(): ReturnType<typeof listOwed> {
    if (closing.aborted) return []
    try {
      return listOwed(db).filter(
        ({ id, batchId }) => !broken.has(id) && !(batchId !== null && held.has(batchId)),
      )
    } catch (thrown) {
      log('hook.broken', { frames: framesOf(thrown) })
      return []
    }
  }

  function begin(id: string, batchId: string | null, pausesMs: readonly number[]): Promise<void> {
    const done = deliver(id, pausesMs)
      .catch((thrown) => {
        broken.add(id)
        log('hook.broken', { frames: framesOf(thrown) })
      })
      .finally(() => {
        inHand.delete(id)
        wake()
      })
    inHand.set(id, { batchId, done })
    return done
  }

  async function deliver(id: string, pausesMs: readonly number[]): Promise<void> {
    // Not before it is on the list.
    await null
    for (;;) {
      const delivery = claimDelivery(db, id)
      if (!delivery) return
      const outcome = await tryOnce(delivery)
      if (closing.aborted && outcome.error) return releaseDelivery(db, id)
      const pauseMs = canTryAgain(delivery, outcome) ? pausesMs[delivery.tries - 1] : undefined
      settle(delivery, outcome, pauseMs !== undefined)
      if (pauseMs === undefined) return
      await wait(pauseMs, null, { signal: closing }).catch(() => {})
      if (closing.aborted) return
    }
  }

  function settle(delivery: Delivery, outcome: Outcome, isAgain: boolean): void {
    const { id, batchId: batch, hook, tries } = delivery
    const state = outcome.error === null ? 'delivered' : isAgain ? 'waiting' : 'failed'
    settleDelivery(db, id, { ...outcome, state, at: now().toISOString() })
    const code = outcome.error?.code ?? null
    log('hook.tried', { batch, delivery: id, kind: hook.kind, tries, state, code })
    if (batch !== null) core.events.batchSettled(batch)
  }

  async function tryOnce(delivery: Delivery): Promise<Outcome> {
    try {
      return delivery.hook.kind === 'run' ? await run(delivery) : await post(delivery)
    } catch (thrown) {
      return { error: troubleOf(thrown), output: null }
    }
  }

  async function run({ hook, body, exportPath }: Delivery): Promise<Outcome> {
    if (hook.kind !== 'run') throw new Error('not a command')
    const command = fillCommand(hook, factsOf(JSON.parse(body)))
    const folder = exportPath && existsSync(dirname(exportPath)) ? dirname(exportPath) : homedir()
    const timeoutMs = limits.commandMs
    const ended = await runCommand({ command, folder, input: body }, { timeoutMs, closing })
    const { status, output, isLate } = ended
    if (isLate)
      return { output, error: { code: 'command_timeout', details: { seconds: timeoutMs / 1000 } } }
    if (status === 0) return { output, error: null }
    return { output, error: { code: 'command_failed', details: { status: status ?? 'a signal' } } }
  }

  async function post({ id: deliveryId, hook, body }: Delivery): Promise<Outcome> {
    if (hook.kind !== 'post') throw new Error('not an address')
    const { event }: HookBody = JSON.parse(body)
    await postHook(
      { hook, deliveryId, event, body, version: core.version },
      { timeoutMs: limits.postMs, closing },
    )
    return { error: null, output: null }
  }

  return {
    wake,
    async once(id) {
      await (inHand.get(id)?.done ?? begin(id, null, []))
    },
    hold(batchId) {
      held.add(batchId)
      return (exportPaths) => {
        held.delete(batchId)
        nameExports(db, batchId, exportPaths)
        wake()
      }
    },
    async idle(batchId) {
      const isMeant = (one: { batchId: string | null }) =>
        batchId === undefined || one.batchId === batchId
      for (;;) {
        if (closing.aborted) return
        wake()
        const meant = [...inHand.values()].filter(isMeant)
        const isOwed = owed().some(isMeant)
        if (meant.length === 0 && !isOwed) return
        await Promise.race(
          (meant.length > 0 ? meant : [...inHand.values()]).map(({ done }) => done),
        )
      }
    },
    async close() {
      await Promise.all([...inHand.values()].map(({ done }) => done))
    },
  }
}

function canTryAgain({ hook }: Delivery, { error }: Outcome): boolean {
  return error !== null && hook.kind === 'post' && !final.includes(error.code)
}
