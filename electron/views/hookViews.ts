import { z } from 'zod'
import { failure } from './viewParts.ts'

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
  url: z
    .string()
    .max(2000)
    .refine(isWebAddress, 'an address begins with http:// or https://')
    .refine(hasNoPassword, 'an address cannot hold a user or a password: use a secret'),
  secret: z.string().min(1).max(200).nullable().default(null),
  /** A person was told that the address is not on this computer or network, and wants it all the same. */
  leavesMachine: z.boolean().default(false),
})

const hookPlaces = ['loopback', 'private', 'public', 'unknown'] as const

/** Where an address lies: on this computer, in a private network, elsewhere, or nobody can say now. */
export type HookPlace = (typeof hookPlaces)[number]

export const hook = z.discriminatedUnion('kind', [runHook, postHook])

export type Hook = z.output<typeof hook>

const deliveryStates = ['waiting', 'running', 'delivered', 'failed'] as const

/** A hook of one batch, and how it went. */
export const deliveryView = z.object({
  id: z.string(),
  kind: z.enum(['run', 'post']),
  /** The command, or the address. */
  words: z.string(),
  state: z.enum(deliveryStates),
  tries: z.number().int(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why the last try failed. */
  error: failure.nullable(),
  /** The end of what a command said. */
  output: z.string().nullable(),
})

export type DeliveryView = z.infer<typeof deliveryView>

/** What happens after every batch; its secret stays where it is. */
export const hookView = z.object({
  id: z.number().int(),
  kind: z.enum(['run', 'post']),
  words: z.string(),
  hasSecret: z.boolean(),
  /** Of an address: where it lay when it was added. */
  place: z.enum(hookPlaces).nullable(),
  isOn: z.boolean(),
  last: deliveryView.nullable(),
})

export type HookView = z.infer<typeof hookView>

function isWebAddress(text: string): boolean {
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  return protocol === 'http:' || protocol === 'https:'
}

/** It would be shown with the address. */
function hasNoPassword(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { username, password } = new URL(text)
  return username === '' && password === ''
}
