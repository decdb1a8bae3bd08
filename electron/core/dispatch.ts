import { z } from 'zod'
import { AppError, type Result, sentenceOf } from '../../workers/errors.ts'
import { type CommandName, commands, type Handlers } from '../contract.ts'
import { framesOf, type Log } from './log.ts'
import { troubleOf } from './trouble.ts'

export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>

/** The one door: checks what comes in, runs its handler, and gives every outcome as data. */
export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async (name, input) => {
    try {
      const command = commandNamed(name)
      const parsed = commands[command].input.safeParse(input ?? {})
      if (!parsed.success) throw invalid(z.prettifyError(parsed.error))
      // Input and handler belong to the same name; TypeScript cannot see it through the union.
      const handler = handlers[command] as (input: unknown) => unknown
      return { ok: true, value: await handler(parsed.data) }
    } catch (thrown) {
      if (!(thrown instanceof AppError)) log('command.failed', { name, frames: framesOf(thrown) })
      const { code, details } = troubleOf(thrown)
      return { ok: false, error: { code, message: sentenceOf(code, details), details } }
    }
  }
}

function commandNamed(name: string): CommandName {
  if (Object.hasOwn(commands, name)) return name as CommandName
  throw invalid(`there is no command “${name}”.`)
}

function invalid(problem: string): AppError {
  return new AppError('invalid_input', { problem: problem.replace(/\s+/g, ' ').trim() })
}
