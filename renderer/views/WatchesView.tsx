import { Button, Skeleton } from '@mantine/core'
import { IconFolderSearch, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { WatchView } from '../../electron/contract.ts'
import { client } from '../client.ts'
import { BlankState } from '../components/BlankState.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { RemoveWatchDialog } from '../components/RemoveWatchDialog.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { WatchDialog } from '../components/WatchDialog.tsx'
import { WatchList } from '../components/WatchList.tsx'
import { go } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useWatchesStore } from '../stores/watchesStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import classes from './TemplatesView.module.css'

/** Folders whose files are read by themselves. */
export function WatchesView() {
  const { toggleSheet } = useAppStore()
  const { phase, failure, watches } = useWatchesStore()
  const [edited, setEdited] = useState<WatchView | 'new' | null>(null)
  const [removed, setRemoved] = useState<WatchView | null>(null)

  const act = async (
    name: 'watch.pause' | 'watch.resume' | 'watch.remove',
    { id: watchId }: WatchView,
  ) => {
    const done = await client.call(name, { watchId })
    if (!done.ok) showFailure(done.error)
  }
  const look = async ({ id: watchId }: WatchView, again: boolean) => {
    const done = await client.call('watch.scanNow', { watchId, again })
    if (!done.ok) showFailure(done.error)
  }
  const add = () => setEdited('new')
  useShortcuts({
    'app.up': () => go({ view: 'home' }),
    'watches.new': add,
    'watches.next': () => moveFocus(1),
    'watches.previous': () => moveFocus(-1),
  })
  const newButton = (
    <Button
      leftSection={<IconPlus size={17} stroke={1.8} />}
      rightSection={<Keys command="watches.new" />}
      onClick={add}
    >
      Watch a folder…
    </Button>
  )

  return (
    <div className={classes.view}>
      <TopBar crumbs={[{ words: 'Watched folders' }]} onSheet={toggleSheet} />
      <main className={classes.main}>
        <title>Watched folders – Sheaf</title>
        <div className={classes.column}>
          <header className={classes.head}>
            <div className={classes.words}>
              <h1 className={classes.title}>Watched folders</h1>
              <p>
                While Sheaf runs, whatever comes into these folders is read by itself, as soon as it
                is whole, and each content once.
              </p>
            </div>
            {watches.length > 0 && newButton}
          </header>
          {phase === 'loading' && <Skeleton height={96} radius="lg" />}
          {failure && <Notice tone="bad">{failure.message}</Notice>}
          {phase === 'ready' && watches.length === 0 && (
            <BlankState
              icon={<IconFolderSearch size={26} stroke={1.6} />}
              title="No folder is watched yet"
              actions={newButton}
            >
              Choose the folder that your scanner or mail program puts files into. Sheaf reads each
              one and, if you like, writes its results and moves the original away.
            </BlankState>
          )}
          {watches.length > 0 && (
            <WatchList
              watches={watches}
              onEdit={setEdited}
              onPause={(watch) => act(watch.isOn ? 'watch.pause' : 'watch.resume', watch)}
              onLook={(watch) => look(watch, false)}
              onAgain={(watch) => look(watch, true)}
              onRemove={setRemoved}
            />
          )}
        </div>
      </main>
      <WatchDialog of={edited} onClose={() => setEdited(null)} />
      <RemoveWatchDialog
        watch={removed}
        onClose={() => setRemoved(null)}
        onRemove={(watch) => {
          setRemoved(null)
          void act('watch.remove', watch)
        }}
      />
    </div>
  )
}

function moveFocus(step: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('[data-watches] > li > div > button:first-child'),
  ]
  const at = rows.findIndex((row) => row.matches(':focus'))
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))]?.focus()
}
