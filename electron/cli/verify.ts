import { basename } from 'node:path'
import { verifyProof } from '../core/proof/verifyProof.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import type { Terminal } from './terminal.ts'

/** Says whether an export is what its proof says; what is as it was, in one line, everything else by itself. */
export async function verify(
  terminal: Terminal,
  { file, sources, json }: Extract<Command, { kind: 'verify' }>,
): Promise<number> {
  const { proof, findings } = await verifyProof(file, sources)
  const changed = findings.filter(({ state }) => state === 'changed')
  const missing = findings.filter(({ state }) => state === 'missing')
  const verdict = changed.length > 0 ? 'changed' : missing.length > 0 ? 'incomplete' : 'good'
  if (json) {
    terminal.answer(JSON.stringify({ verdict, proof: proof.proof, findings }, null, 2))
    return statuses[verdict]
  }
  for (const { state, what } of [...changed, ...missing]) terminal.answer(`${state} ${what}`)
  terminal.answer(`same ${findings.length - changed.length - missing.length} of ${findings.length}`)
  if (sources === null)
    terminal.say(
      `The ${proof.inputs.length} files that went in were not looked at (--sources DIR).`,
    )
  terminal.answer(`proof ${proof.proof}`)
  terminal.answer(`${words[verdict]} ${basename(file)}`)
  return statuses[verdict]
}

const statuses = { good: exit.good, incomplete: exit.someFailed, changed: exit.failed } as const

const words = {
  good: 'verified',
  incomplete: 'not all is here of',
  changed: 'not what was written:',
} as const
