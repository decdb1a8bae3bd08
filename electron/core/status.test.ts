import { expect, test } from 'vitest'
import { type BatchState, type Counts, lifecycleOf, outcomeOf } from './status.ts'

const none: Counts = {
  pending: 0,
  running: 0,
  completed: 0,
  needs_review: 0,
  failed: 0,
  skipped: 0,
  cancelled: 0,
}

function batch(counts: Partial<Counts>, state: Partial<BatchState> = {}): BatchState {
  const ended = !counts.pending && !counts.running
  return {
    intent: 'run',
    active: !ended,
    throttledBy: null,
    started: true,
    ended,
    ...state,
    counts: { ...none, ...counts },
  }
}

test.each([
  ['queued', batch({ pending: 3 }, { started: false })],
  ['running', batch({ pending: 3, running: 1 })],
  ['running', batch({ completed: 3 }, { ended: false, active: true })],
  ['throttled', batch({ pending: 3, running: 1 }, { throttledBy: 'battery' })],
  ['paused', batch({ pending: 3 }, { intent: 'pause', throttledBy: 'battery' })],
  ['cancelling', batch({ pending: 3 }, { intent: 'cancel', throttledBy: 'low_disk' })],
  ['finished', batch({ completed: 3 }, { throttledBy: 'low_disk' })],
  ['paused', batch({ pending: 3, running: 1 }, { intent: 'pause' })],
  ['paused', batch({ pending: 3 }, { active: false })],
  ['cancelling', batch({ running: 1, cancelled: 2 }, { intent: 'cancel' })],
  ['finished', batch({ cancelled: 2 }, { intent: 'cancel' })],
  ['finished', batch({ completed: 2 }, { intent: 'pause' })],
  ['draft', batch({ pending: 3 }, { draft: true, started: false })],
  ['draft', batch({ pending: 3, running: 1 }, { draft: true, intent: 'pause' })],
  ['draft', batch({ failed: 3 }, { draft: true, ended: false, active: false })],
] as const)('a batch is %s', (lifecycle, state) => {
  expect(lifecycleOf(state)).toBe(lifecycle)
})

test.each([
  [null, batch({ failed: 1, running: 1 })],
  ['completed', batch({ completed: 2, needs_review: 1 })],
  ['partial_failed', batch({ completed: 1, failed: 1 })],
  ['partial_failed', batch({ needs_review: 1, skipped: 1 })],
  ['completed', batch({ completed: 2, skipped: 1 }, { leftOut: 1 })],
  ['partial_failed', batch({ completed: 2, skipped: 2 }, { leftOut: 1 })],
  ['failed', batch({ failed: 2 })],
  ['failed', batch({ failed: 1, skipped: 1 })],
  ['cancelled', batch({ completed: 1, cancelled: 1 }, { intent: 'cancel' })],
  ['cancelled', batch({ completed: 7, cancelled: 1 })],
  ['completed', batch({ completed: 1 }, { intent: 'cancel' })],
] as const)('its outcome is %s', (outcome, state) => {
  expect(outcomeOf(state)).toBe(outcome)
})
