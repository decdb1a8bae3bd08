import type { Input } from '../contract.ts'
import type { BatchCommand } from './command.ts'
import { passwordsOf } from './passwords.ts'

/** What the core is asked to take in; exports beside the first one are written by the command line. */
export function intakeOf(command: BatchCommand): Input<'batch.create'> {
  const [output = null] = command.outputs
  const { kind, paths, samples, name, reference, priority, template, reader } = command
  return {
    ...{ kind, paths: [...paths], samples, name, reference, priority, template, output, reader },
    ...{ tables: command.tables, split: command.split },
    languages: [...command.languages],
    leaveOutDuplicates: command.leaveOutDuplicates,
    threshold: command.threshold,
    exportOptions: command.writing,
    passwords: passwordsOf(command),
  }
}
