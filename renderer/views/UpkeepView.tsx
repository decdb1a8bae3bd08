import { Button, Group, Loader, Select } from '@mantine/core'
import type { BatchSummary } from '../../electron/views.ts'
import { DeletedList } from '../components/DeletedList.tsx'
import { FindingList } from '../components/FindingList.tsx'
import { Notice } from '../components/Notice.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { go } from '../router.ts'
import { showDiagnostics } from '../showDiagnostics.tsx'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import { useUpkeepStore } from '../stores/upkeepStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import classes from './UpkeepView.module.css'

const retentions = [
  { value: 'never', label: 'Keep finished batches' },
  { value: '30', label: 'Delete them after 30 days' },
  { value: '90', label: 'Delete them after 90 days' },
  { value: '365', label: 'Delete them after a year' },
]

/** What keeps Sheaf in order: what was deleted, for how long things are kept, and the doctor. */
export function UpkeepView() {
  const { toggleSheet } = useAppStore()
  const { deleted, act, purge } = useBatchesStore()
  const { findings, isBusy, failure, ...upkeep } = useUpkeepStore()
  const { settings, isKnown, choose } = useSettingsStore()
  useShortcuts({ 'app.up': () => go({ view: 'home' }) })

  const restore = async ({ id }: BatchSummary) => {
    const result = await act('batch.restore', id)
    if (!result.ok) showFailure(result.error)
  }
  const remove = async ({ id }: BatchSummary) => {
    const result = await purge(id)
    if (!result.ok) showFailure(result.error)
  }
  const diagnose = async () => {
    const path = await upkeep.diagnose()
    if (path) showDiagnostics(path)
  }
  const days = String(settings.retentionDays ?? 'never')
  const isUsual = retentions.some(({ value }) => value === days)
  const needs = (part: string) => findings?.some(({ advice }) => advice?.includes(part)) ?? false

  return (
    <div className={classes.view}>
      <TopBar crumbs={[{ words: 'Upkeep' }]} onSheet={toggleSheet} />
      <main className={classes.main}>
        <title>Upkeep – Sheaf</title>
        <div className={classes.column}>
          <h1 className={classes.title}>Upkeep</h1>
          <section aria-labelledby="deleted-title">
            <h2 id="deleted-title" className={classes.heading}>
              Recently deleted
            </h2>
            {deleted.length === 0 ? (
              <p className={classes.words}>
                Nothing. A batch that you delete can be restored here for seven days.
              </p>
            ) : (
              <DeletedList batches={deleted} onRestore={restore} onPurge={remove} />
            )}
          </section>
          <section aria-labelledby="retention-title">
            <h2 id="retention-title" className={classes.heading}>
              How long batches are kept
            </h2>
            <Select
              aria-label="How long batches are kept"
              data={
                isUsual
                  ? retentions
                  : [...retentions, { value: days, label: `Delete them after ${days} days` }]
              }
              value={days}
              allowDeselect={false}
              maw={320}
              disabled={!isKnown}
              onChange={(value) =>
                choose({ retentionDays: value === 'never' ? null : Number(value) })
              }
            />
            <p className={classes.words}>Original files and exports are never deleted.</p>
          </section>
          <section aria-labelledby="doctor-title">
            <h2 id="doctor-title" className={classes.heading}>
              Is everything in order?
            </h2>
            <Group gap="xs" mb="sm">
              <Button variant="default" disabled={isBusy} onClick={() => upkeep.examine(false)}>
                Check now
              </Button>
              {needs('--fix') && (
                <Button disabled={isBusy} onClick={() => upkeep.examine(true)}>
                  Clean up
                </Button>
              )}
              {needs('--compact') && (
                <Button disabled={isBusy} onClick={() => upkeep.compact()}>
                  Compact the database
                </Button>
              )}
              <Button variant="default" disabled={isBusy} onClick={diagnose}>
                Save diagnostics
              </Button>
              {isBusy && <Loader size={18} aria-label="Looking" />}
            </Group>
            {failure && <Notice tone="bad">{failure.message}</Notice>}
            {findings && <FindingList findings={findings} />}
            <p className={classes.words}>
              Diagnostics hold the log, these findings, counts, settings and versions. Names of
              files and what stands in them are left out.
            </p>
          </section>
        </div>
      </main>
    </div>
  )
}
