import { z } from 'zod'

/* What happens after a batch: a command on this computer, or a message to an address. */

const noNul = (text: string) => !text.includes('\0')

/**
 * A program with its arguments, one by one and without a shell. In arguments `{batch_id}`, `{status}`, `{reference}`,
 * `{name}` and `{export}` stand for what is known at the end. Only ever from a person or a file of theirs: whoever may
 * give a command may run any program.
 */
const runHook = z.object({
  kind: z.literal('run'),
  command: z
    .array(z.string().max(4000).refine(noNul, 'an argument cannot hold a NUL character'))
    .min(1)
    .max(100)
    .refine(([program = '']) => program.trim() !== '', 'name the program first'),
})

/** JSON to an address, signed where there is a secret. */
const postHook = z.object({
  kind: z.literal('post'),
  url: z.string().max(2000).refine(isWebAddress, 'an address begins with http:// or https://'),
  secret: z.string().min(1).max(200).nullable().default(null),
  /** A person was told that the address is not on this computer or network, and wants it all the same. */
  leavesMachine: z.boolean().default(false),
})

export const hook = z.discriminatedUnion('kind', [runHook, postHook])

export type Hook = z.output<typeof hook>

function isWebAddress(text: string): boolean {
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  return protocol === 'http:' || protocol === 'https:'
}
