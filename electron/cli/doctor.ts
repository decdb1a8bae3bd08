import { AppError, failureOf } from '../../workers/errors.ts'
import type { App } from '../core/createApp.ts'
import type { Finding } from '../views.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import type { Surroundings } from './runCli.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type Doctor = Extract<Command, { kind: 'doctor' }>

/** Says whether everything is in order, and does what was asked for about it. */
export async function doctor(app: App, terminal: Terminal, command: Doctor): Promise<number> {
  const call = callOf(app)
  if (command.compact) {
    const { freedBytes } = await call('app.compact', {})
    terminal.say(`Compacted: ${Math.round(freedBytes / 1e6)} MB given back.`)
  }
  const { findings } = await call('app.doctor', { fix: command.fix })
  if (command.bundle !== null) {
    const { path } = await call('app.diagnose', { path: command.bundle })
    terminal.say(`Diagnostics are in ${path}`)
  }
  return tell(terminal, command, findings)
}

/** What can be said of a data folder that does not open. */
export function unopened(terminal: Terminal, command: Doctor, thrown: unknown): number {
  if (!(thrown instanceof AppError)) throw thrown
  const { code, message } = failureOf(thrown)
  const finding: Finding = { name: code, level: 'error', sentence: message, advice: null }
  return tell(terminal, command, [finding])
}

/** The copy of a damaged database takes its place. */
export function restoreCopy({ dataDir }: Doctor, { restore, terminal }: Surroundings): number {
  const { setAside, copy } = restore(dataDir)
  terminal.answer(`set aside ${setAside}`)
  terminal.answer(copy === null ? 'begun anew: there was no copy' : `restored ${copy}`)
  return exit.good
}

function tell(terminal: Terminal, { json }: Doctor, findings: readonly Finding[]): number {
  const worst = findings.some(({ level }) => level === 'error')
    ? exit.failed
    : findings.some(({ level }) => level === 'warning')
      ? exit.someFailed
      : exit.good
  if (json) terminal.answer(JSON.stringify(findings, null, 2))
  else
    for (const line of columns(
      findings.map(({ level, name, sentence, advice }) => [
        level,
        name,
        advice === null ? sentence : `${sentence} ${advice}`,
      ]),
    ))
      terminal.answer(line)
  return worst
}
