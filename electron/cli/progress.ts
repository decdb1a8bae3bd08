import { throttleWords } from '../choices.ts'
import type { AppEvent } from '../contract.ts'
import type { BatchSummary } from '../views.ts'
import type { Telling } from './command.ts'
import type { Terminal } from './terminal.ts'
import { count, duration } from './words.ts'

const lineEverySeconds = 5

/** Tells how a batch gets on: a bar on a terminal, now and then a line elsewhere, or every event. */
export function createProgress(terminal: Terminal, telling: Telling, batchId: string) {
  let lastLine = Number.NEGATIVE_INFINITY

  function tell(batch: BatchSummary): void {
    const now = performance.now() / 1000
    if (!terminal.isTerminal && now - lastLine < lineEverySeconds) return
    lastLine = now
    if (terminal.isTerminal) terminal.draw(bar(batch, terminal.columns))
    else terminal.say(progressLine(batch))
  }

  return (event: AppEvent): void => {
    if (telling === 'events') terminal.say(JSON.stringify(event))
    const isOurs = event.name === 'batch.changed' && event.payload.id === batchId
    if (telling === 'progress' && isOurs) tell(event.payload)
  }
}

export function progressLine(batch: BatchSummary): string {
  if (batch.throttledBy) return `${percent(batch)}  ${throttleWords[batch.throttledBy]}`
  const { pending, running } = batch.counts
  const done = batch.items - pending - running
  const pages =
    batch.pagesDone > 0
      ? `${batch.pagesDone} of ${count(batch.pagesTotal, 'page')}`
      : 'looking at the files'
  const left = batch.secondsLeft === null ? '' : `, about ${duration(batch.secondsLeft)} left`
  return `${percent(batch)}  ${pages}, ${done} of ${count(batch.items, 'file')}${left}`
}

function bar(batch: BatchSummary, columns: number): string {
  const line = progressLine(batch)
  const width = Math.min(30, columns - line.length - 3)
  if (width < 8) return line.slice(0, columns - 1)
  const filled = Math.round((batch.percent / 100) * width)
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${line}`
}

function percent({ percent: value }: BatchSummary): string {
  return `${String(Math.floor(value)).padStart(3)} %`
}
