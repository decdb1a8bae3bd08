import type { ClientDoor } from '../clientDoor.ts'

/** The door of a core that answers no other programs. */
export function closedDoor(): ClientDoor {
  const closed = () => {
    throw new Error('the door is closed')
  }
  return {
    state: () => ({
      ...{ isOpen: false, isForced: false, address: null },
      ...{ isUsualAddress: false, usualAddress: '' },
    }),
    opened() {},
    onSwitch: () => () => {},
    switched: async () => {},
    admit: closed,
    createBatch: closed,
    once: closed,
    results: closed,
    record: closed,
    pagePng: closed,
  }
}
