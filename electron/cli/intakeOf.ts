import type { Input } from '../contract.ts'
import type { BatchCommand } from './args.ts'
import { passwordsOf } from './passwords.ts'

/** What the core is asked to take in; exports beside the first one are written by the command line. */
export function intakeOf(command: BatchCommand): Input<'batch.create'> {
  const [output = null] = command.outputs
  const { kind, paths, samples, name, reference, template, reader, tables } = command
  return {
    ...{ kind, paths: [...paths], samples, name, reference, template, output, reader, tables },
    languages: [...command.languages],
    leaveOutDuplicates: command.leaveOutDuplicates,
    passwords: passwordsOf(command),
  }
}
