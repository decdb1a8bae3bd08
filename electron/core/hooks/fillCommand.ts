import type { Hook } from '../../views.ts'

export interface CommandFacts {
  readonly batch_id: string
  readonly status: string
  readonly reference: string
  readonly name: string
  /** Where the results are; empty without an export. */
  readonly export: string
}

/**
 * The arguments of a command with what is known at the end of a batch. Each stays one argument, whatever stands in it;
 * what a value holds is not filled again, and the program itself never is.
 */
export function fillCommand(
  { command: [program = '', ...args] }: Extract<Hook, { kind: 'run' }>,
  facts: CommandFacts,
): readonly string[] {
  const fill = (arg: string) =>
    arg.replace(/\{(batch_id|status|reference|name|export)\}/g, (_, fact: keyof CommandFacts) =>
      // The system cannot hand it over.
      facts[fact].replaceAll('\0', ''),
    )
  return [program, ...args.map(fill)]
}
