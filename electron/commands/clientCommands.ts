import { z } from 'zod'
import { clientScopes, clientView } from '../views.ts'
import { empty } from './commandParts.ts'

/** Other programs on this computer, and their keys. */
export const clientCommands = {
  /** Whether they are answered now, and where. */
  'client.state': {
    input: empty,
    output: z.object({
      isOpen: z.boolean(),
      /** Sheaf was started so (`serve --api`), whatever the settings say. */
      isForced: z.boolean(),
      /** Where they ask; null: this Sheaf has no door for them. */
      address: z.string().nullable(),
      /** The address is the one that is tried first at every start. */
      isUsualAddress: z.boolean(),
      usualAddress: z.string(),
    }),
  },
  /** The newest first, revoked ones at the end. */
  'client.list': { input: empty, output: z.array(clientView) },
  /** Lets a program in. Its key is given this once and kept nowhere. */
  'client.add': {
    input: z.object({
      name: z.string().trim().min(1).max(100),
      scope: z.enum(clientScopes).default('read'),
      /** Absolute paths; it may name files in these alone. Empty: in the home folder. */
      folders: z.array(z.string().min(1)).max(100).default([]),
      /** null: it does not expire. */
      days: z.number().int().min(1).max(3650).nullable().default(null),
    }),
    output: z.object({ client: clientView, key: z.string() }),
  },
  /** Its key is worth nothing from now on. */
  'client.revoke': { input: z.object({ clientId: z.number().int() }), output: clientView },
} as const
