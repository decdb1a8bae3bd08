import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChecks } from '@tabler/icons-react'
import { Keys } from './components/Keys.tsx'
import { showFailure } from './showFailure.tsx'
import { type BulkOutcome, useBulkStore } from './stores/bulkStore.ts'
import { counted } from './words.ts'

let number = 0

/** Says what was done to many at once, what could not be, and offers to take it back. */
export function showBulk(
  { done, failed, failure, undo }: BulkOutcome,
  words: { readonly done: string; readonly more?: string; readonly none?: string },
): void {
  if (failure && failed === 0) {
    showFailure(failure)
    if (done === 0) return
  }
  number++
  const id = `bulk:${number}`
  const takeBack = async () => {
    notifications.hide(id)
    useBulkStore.setState(({ undo: last }) => (last === takeBack ? { undo: null } : {}))
    await undo?.()
  }
  // The key does what the button does: the notice goes, too.
  if (undo) useBulkStore.setState(({ undo: last }) => (last === undo ? { undo: takeBack } : {}))
  const problem =
    failed > 0 ? `${counted(failed, 'document')} could not be. ${failure?.message ?? ''}` : null
  notifications.show({
    id,
    title: done > 0 ? words.done : (words.none ?? 'Nothing was changed'),
    icon: <IconChecks size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <>
        {[words.more, problem].filter(Boolean).join(' ')}
        {undo && (
          <div>
            <Button
              size="compact-sm"
              variant="light"
              mt={4}
              rightSection={<Keys command="table.undo" />}
              onClick={takeBack}
            >
              Undo
            </Button>
          </div>
        )}
      </>
    ),
  })
}
