import { Button, Loader, NativeSelect, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChecks, IconMoodEmpty } from '@tabler/icons-react'
import type { Result } from '../../electron/contract.ts'
import { client } from '../client.ts'
import { BlankState } from '../components/BlankState.tsx'
import { Keys } from '../components/Keys.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { ValueCard } from '../components/ValueCard.tsx'
import { isKeyboardFree } from '../isKeyboardFree.ts'
import { go, hrefOf } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { useValuesStore } from '../stores/valuesStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './FieldsView.module.css'

/** One field at a time: its values on all documents of a batch, the most doubtful first. */
export function FieldsView({ batchId }: { readonly batchId: string }) {
  const toggleSheet = useAppStore((state) => state.toggleSheet)
  const batch = useBatchesStore(({ batches }) => batches.find(({ id }) => id === batchId))
  const { phase, failure, fields, field, rows, after, accepted, ...store } = useValuesStore()
  const label = fields.find(({ name }) => name === field)?.label ?? ''
  const left = rows.filter(({ needsReview }) => needsReview).length
  const here = { view: 'fields', id: batchId } as const
  const next = fields.find(({ name, doubtful }) => name !== field && doubtful > 0)

  const takeBackAll = async () => {
    notifications.hide(acceptedId)
    report(await store.takeBackAll())
  }
  const acceptAll = async () => {
    if (left === 0) return
    const result = await store.acceptAll()
    report(result)
    if (result.ok) showAccepted(result.value.documentIds.length, takeBackAll)
  }
  useShortcuts({
    'app.up': () => go({ view: 'batch', id: batchId }),
    'values.all': acceptAll,
    'values.undo': () => accepted.length > 0 && takeBackAll(),
  })

  const crumbs = [
    { words: batch?.name ?? 'Batch', href: hrefOf({ view: 'batch', id: batchId }) },
    { words: 'One field at a time' },
  ]
  const back = (
    <Button component="a" variant="default" href={hrefOf({ view: 'batch', id: batchId })}>
      Back to the batch
    </Button>
  )
  return (
    <div className={classes.view}>
      <title>{label === '' ? 'Sheaf' : `${label} – Sheaf`}</title>
      <TopBar crumbs={crumbs} onSheet={toggleSheet} />
      {phase === 'loading' && (
        <BlankState whole icon={<Loader size={22} />} title="Gathering the values…" />
      )}
      {phase !== 'loading' && field === null && (
        <BlankState
          whole
          icon={<IconMoodEmpty size={26} stroke={1.6} />}
          title="No fields here yet"
        >
          {failure?.message ?? 'Fields can be checked here as soon as documents are read.'}
        </BlankState>
      )}
      {phase === 'failed' && field !== null && (
        <BlankState
          whole
          icon={<IconMoodEmpty size={26} stroke={1.6} />}
          title="Nothing to show"
          actions={back}
        >
          {failure?.message}
        </BlankState>
      )}
      {phase === 'ready' && field !== null && (
        <main className={classes.main}>
          <VisuallyHidden component="h1">One field at a time</VisuallyHidden>
          <div className={classes.tools}>
            <NativeSelect
              aria-label="Field"
              value={field}
              data={fields.map(({ name, label: words, doubtful }) => ({
                value: name,
                label: doubtful > 0 ? `${words} (${doubtful} to look at)` : words,
              }))}
              onChange={(event) => go({ ...here, field: event.currentTarget.value })}
            />
            <span className={classes.count} role="status">
              {left > 0
                ? `${left} of ${counted(rows.length, 'value')} to look at`
                : `${counted(rows.length, 'value')}, nothing left to look at`}
            </span>
            {left > 0 ? (
              <Button
                className={classes.all}
                leftSection={<IconChecks size={17} stroke={1.9} />}
                rightSection={<Keys command="values.all" />}
                onClick={acceptAll}
              >
                Accept all that are left
              </Button>
            ) : (
              <Button
                component="a"
                variant="default"
                className={classes.all}
                href={hrefOf(next ? { ...here, field: next.name } : { view: 'batch', id: batchId })}
              >
                {next
                  ? `Go on with ${next.label} (${next.doubtful} to look at)`
                  : 'Back to the batch'}
              </Button>
            )}
          </div>
          <ul className={classes.grid} aria-label={label} ref={focusFirst}>
            {rows.map((row) => (
              <ValueCard
                key={row.documentId}
                row={row}
                label={label}
                srcOf={client.pageUrl}
                onAccept={async (one) => report(await store.accept(one))}
                onCorrect={async (one, value) => {
                  const result = await store.correct(one, value)
                  report(result)
                  return result.ok
                }}
                onUndo={async (one) => {
                  if (accepted.includes(one.documentId)) await takeBackAll()
                  else report(await store.undo(one))
                }}
                onRedo={async (one) => report(await store.redo(one))}
                onOpen={({ documentId }) => go({ view: 'document', id: documentId })}
                onMove={moveBetweenCards}
              />
            ))}
          </ul>
          {after !== null && (
            <Button variant="default" className={classes.more} onClick={() => store.more()}>
              Show more values
            </Button>
          )}
        </main>
      )}
    </div>
  )
}

const acceptedId = 'values accepted'

/** Says how many values were accepted at once, and how to take that back. */
function showAccepted(count: number, onUndo: () => void): void {
  notifications.show({
    id: acceptedId,
    color: 'petrol',
    message: (
      <>
        {counted(count, 'value')} accepted.{' '}
        <Button size="compact-xs" variant="subtle" onClick={onUndo}>
          Undo
        </Button>
      </>
    ),
  })
}

function focusFirst(grid: HTMLElement | null): void {
  if (isKeyboardFree()) grid?.querySelector('input')?.focus()
}

/** Left and right one by one, up and down by as many as stand side by side. */
function moveBetweenCards(from: HTMLElement, key: string): void {
  const inputs = [...document.querySelectorAll<HTMLElement>('[data-value]')]
  const edge = inputs[0]?.getBoundingClientRect().left
  const second = inputs.findIndex(
    (input, index) => index > 0 && input.getBoundingClientRect().left === edge,
  )
  const beside = second < 0 ? inputs.length : second
  const steps: Record<string, number> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -beside, ArrowDown: beside },
  }
  const at = inputs.indexOf(from)
  inputs[at + (steps[key] ?? 0)]?.focus()
}

function report(result: Result<unknown>): void {
  if (!result.ok) showFailure(result.error)
}
