import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack, Switch } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { formatsOf } from '../../electron/choices.ts'
import type { ExportFormat, Output } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { EarlierExports } from '../components/EarlierExports.tsx'
import { OutputLocked } from '../components/OutputLocked.tsx'
import { go } from '../router.ts'
import { showExported } from '../showExported.tsx'
import { type ExportSelection, useExportStore } from '../stores/exportStore.ts'
import { useSavedLayoutsStore } from '../stores/savedLayoutsStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import classes from './ExportDialog.module.css'

const formatWords: Record<ExportFormat, string> = {
  ...{ xlsx: 'Excel', csv: 'CSV', json: 'JSON', jsonl: 'JSON Lines' },
  ...{ txt: 'Text', md: 'Markdown' },
}

interface ExportDialogProps {
  readonly batch: BatchSummary
  /** Asks where to, and writes. */
  readonly onExport: (format: ExportFormat, selection: ExportSelection | null) => void
}

/** How an export is written, and what was written before; and what to do where it could not be. */
export function ExportDialog({ batch, onExport }: ExportDialogProps) {
  const { choosing, asking, failure, again, close } = useExportStore()
  return (
    <>
      <Modal
        opened={choosing !== null}
        onClose={close}
        title={
          choosing?.selection ? `Export ${choosing.selection.words}` : `Export “${batch.name}”`
        }
        size={600}
        centered
      >
        {choosing && (
          <ExportForm batch={batch} selection={choosing.selection} onExport={onExport} />
        )}
      </Modal>
      <Modal
        opened={failure !== null && choosing === null && asking === null}
        onClose={close}
        title="The export was not written"
        size={560}
        centered
      >
        {failure && <OutputLocked failure={failure} again={again} onWritten={showExported} />}
      </Modal>
    </>
  )
}

interface ExportFormProps extends ExportDialogProps {
  readonly selection: ExportSelection | null
}

function ExportForm({ batch, selection, onExport }: ExportFormProps) {
  const { choices, failure, again, isWriting, change, repeat, close } = useExportStore()
  const { layouts, load } = useSavedLayoutsStore()
  const csvUsual = useSettingsStore(({ settings }) => settings.csvFor)
  const formats: readonly ExportFormat[] = formatsOf[batch.kind]
  const [format, setFormat] = useState<ExportFormat>(formats[0] ?? 'xlsx')
  const [exports, setExports] = useState<Output<'export.list'> | null>(null)
  useEffect(() => {
    void load()
    void client.call('export.list', { batchId: batch.id }).then((found) => {
      if (found.ok) setExports(found.value)
    })
  }, [batch.id, load])

  const hasColumns = batch.kind === 'extract' && (format === 'xlsx' || format === 'csv')
  const written = (one: Output<'export.write'> | null) => one && showExported(one)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onExport(format, selection)
      }}
    >
      <Stack gap="md">
        <div>
          <span className={classes.label} id="export-format">
            Written as
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby="export-format"
            data={formats.map((value) => ({ value, label: formatWords[value] }))}
            value={format}
            onChange={setFormat}
          />
        </div>
        {hasColumns && (
          <div className={classes.columns}>
            <NativeSelect
              label="Columns"
              description={
                format === 'xlsx'
                  ? 'A layout is the first sheet; the usual sheets follow it.'
                  : 'A layout is one file with these columns alone.'
              }
              value={choices.layout ?? ''}
              data={[
                { value: '', label: 'The usual columns' },
                ...layouts.map(({ name }) => ({ value: name, label: name })),
              ]}
              onChange={({ currentTarget: { value } }) => change({ layout: value || null })}
            />
            <Button
              variant="default"
              leftSection={<IconColumns size={17} stroke={1.7} />}
              onClick={() => {
                close()
                go({ view: 'columns', id: batch.id, name: choices.layout })
              }}
            >
              {choices.layout === null ? 'New layout…' : 'Change…'}
            </Button>
          </div>
        )}
        {format === 'csv' && (
          <NativeSelect
            label="CSV for"
            value={choices.csvFor ?? ''}
            data={[
              { value: '', label: `As the settings say: ${dialectWords(csvUsual)}` },
              ...dialects().map((value) => ({ value, label: dialectWords(value) })),
            ]}
            onChange={({ currentTarget: { value } }) => change({ csvFor: value || null })}
          />
        )}
        {format === 'xlsx' && batch.kind === 'extract' && (
          <Switch
            label="With evidence"
            description="Pictures of values that were reviewed or flagged, and a folder of pages beside the workbook."
            checked={choices.evidence}
            onChange={({ currentTarget }) => change({ evidence: currentTarget.checked })}
          />
        )}
        <Switch
          label="With a proof"
          description="A file beside it, by which anybody can see that the export is what was written."
          checked={choices.proof}
          onChange={({ currentTarget }) => change({ proof: currentTarget.checked })}
        />
        <section aria-label="Earlier exports of this batch">
          <h3 className={classes.heading}>Earlier exports</h3>
          <EarlierExports
            exports={exports}
            isWriting={isWriting}
            onRepeat={async (exportId) => written(await repeat(exportId, null))}
          />
        </section>
        {failure && <OutputLocked failure={failure} again={again} onWritten={showExported} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={isWriting} data-autofocus>
            Choose where…
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The standard, and what the Excel of this computer reads. */
function dialects(): readonly string[] {
  return ['standard', navigator.language]
}

function dialectWords(csvFor: string): string {
  if (csvFor === 'standard') return 'other programs (standard)'
  const here = csvFor === navigator.language
  return here ? `Excel on this computer (${csvFor})` : `Excel (${csvFor})`
}
