import { Button, CloseButton, Skeleton } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { BatchList } from '../components/BatchList.tsx'
import { DropHero } from '../components/DropHero.tsx'
import { FirstSteps } from '../components/FirstSteps.tsx'
import { IntakeOptions } from '../components/IntakeOptions.tsx'
import { Notice } from '../components/Notice.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { droppedFiles } from '../droppedFiles.ts'
import { isExport } from '../isExport.ts'
import { go, hrefOf } from '../router.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useIntakeStore } from '../stores/intakeStore.ts'
import { useRoundTripStore } from '../stores/roundTripStore.ts'
import { useFileDrop } from '../useFileDrop.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import { FolderBrowser } from './FolderBrowser.tsx'
import classes from './HomeView.module.css'

/** Where batches begin and where past ones are found again. Behind the sheet of a draft, that takes what is dropped. */
export function HomeView({ isBehindDraft = false }: { readonly isBehindDraft?: boolean }) {
  const { app, isReachable, toggleSheet } = useAppStore()
  const { phase, failure, batches, deleted, load } = useBatchesStore()
  const intake = useIntakeStore()
  const roundTrip = useRoundTripStore()
  const [browsing, setBrowsing] = useState<'folder' | 'files' | null>(null)

  const open = (batch: BatchSummary | null) => batch && go({ view: 'batch', id: batch.id })
  const start = async (paths: readonly string[]) => {
    // A workbook alone is nothing to read, but one of ours that comes back.
    if (isExport(paths)) return void roundTrip.openPath(paths[0] ?? '')
    open(await intake.startPaths(paths))
  }
  const { isOver, handlers } = useFileDrop(async (dropped) => {
    if (isExport([...dropped.files].map(({ name }) => name)))
      return void roundTrip.openFiles(droppedFiles(dropped, client.knowsPaths))
    open(await intake.startFiles(droppedFiles(dropped, client.knowsPaths)))
  })

  const browse = (purpose: 'folder' | 'files') => {
    setBrowsing(purpose)
    void useFolderStore.getState().reopen()
  }
  const chooseFolder = async () => {
    if (!app?.dialogs) return browse('folder')
    const chosen = await client.call('host.chooseFolder', {})
    if (chosen.ok && chosen.value) await start([chosen.value])
  }
  const chooseFiles = async () => {
    if (!app?.dialogs) return browse('files')
    const chosen = await client.call('host.chooseFiles', {})
    if (chosen.ok && chosen.value?.length) await start(chosen.value)
  }
  const trySamples = async () => open(await intake.startSamples())

  const isEmpty = phase === 'ready' && batches.length === 0
  const canTrySamples = isEmpty && app?.hasSamples === true
  useShortcuts({
    'home.folder': chooseFolder,
    'home.files': chooseFiles,
    ...(canTrySamples && { 'home.samples': trySamples }),
    'home.next': () => moveFocus(1),
    'home.previous': () => moveFocus(-1),
  })

  return (
    <div className={classes.view} {...(isBehindDraft ? {} : handlers)}>
      <TopBar crumbs={[]} onSheet={toggleSheet} />
      <main className={classes.main}>
        <title>Sheaf</title>
        <div className={classes.column}>
          {intake.failure && !isBehindDraft && (
            <Notice
              tone="bad"
              action={<CloseButton size="sm" aria-label="Dismiss" onClick={intake.dismiss} />}
            >
              {intake.failure.message}
            </Notice>
          )}
          <DropHero
            tall={isEmpty}
            isOver={isOver}
            phase={intake.phase}
            upload={intake.upload}
            onFolder={chooseFolder}
            onFiles={chooseFiles}
            onSamples={canTrySamples ? trySamples : null}
          >
            <IntakeOptions
              options={intake}
              templates={app?.templates ?? []}
              languages={app?.languages ?? []}
              onChange={intake.describe}
            />
          </DropHero>
          {phase === 'loading' && (
            <div aria-label="Looking for past batches" role="status" className={classes.skeletons}>
              <Skeleton height={64} radius="lg" />
              <Skeleton height={64} radius="lg" />
              <Skeleton height={64} radius="lg" />
            </div>
          )}
          {/* That Sheaf has stopped is said above, once. */}
          {phase === 'failed' && isReachable && (
            <Notice
              tone="bad"
              action={
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconRefresh size={14} />}
                  onClick={load}
                >
                  Try again
                </Button>
              }
            >
              Past batches could not be listed. {failure?.message}
            </Notice>
          )}
          {isEmpty && <FirstSteps />}
          {batches.length > 0 && (
            <section aria-labelledby="batches-title">
              <h2 id="batches-title" className={classes.heading}>
                Batches
              </h2>
              <BatchList batches={batches} />
            </section>
          )}
          {deleted.length > 0 && (
            <a className={classes.deleted} href={hrefOf({ view: 'upkeep' })}>
              Recently deleted: {counted(deleted.length, 'batch', 'batches')}
            </a>
          )}
        </div>
      </main>
      <FolderBrowser
        opened={browsing !== null}
        purpose={browsing ?? 'folder'}
        takesExports
        onClose={() => setBrowsing(null)}
        onChoose={(paths) => {
          setBrowsing(null)
          void start(paths)
        }}
      />
    </div>
  )
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-batches] a')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))]?.focus()
}
