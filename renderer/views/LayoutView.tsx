import { Button, Loader, NativeSelect } from '@mantine/core'
import { IconColumns, IconPlus, IconTable } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { BlankState } from '../components/BlankState.tsx'
import { Keys } from '../components/Keys.tsx'
import { LayoutColumnEditor } from '../components/LayoutColumnEditor.tsx'
import { LayoutPreviewTable } from '../components/LayoutPreviewTable.tsx'
import { LeaveDialog } from '../components/LeaveDialog.tsx'
import { Notice } from '../components/Notice.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { moved, without } from '../draftEdits.ts'
import { focusIn } from '../focusIn.ts'
import { holdWhile } from '../holdLeaving.ts'
import { keepFocus } from '../keepFocus.ts'
import { placedAt, withColumn, withNewColumn } from '../layoutDraft.ts'
import { sourceOfKey, sourceWords } from '../layoutWords.ts'
import { go, hrefOf } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { showRemovedLayout } from '../showRemovedLayout.tsx'
import { sourceOptions } from '../sourceOptions.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { useExportStore } from '../stores/exportStore.ts'
import { useLayoutStore } from '../stores/layoutStore.ts'
import { useSavedLayoutsStore } from '../stores/savedLayoutsStore.ts'
import { useFileDrop } from '../useFileDrop.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import { LayoutBar } from './LayoutBar.tsx'
import { LayoutSettings } from './LayoutSettings.tsx'
import classes from './LayoutView.module.css'
import { LayoutWarnings } from './LayoutWarnings.tsx'

/** Which columns exports of a batch have, above the rows that they make of it. */
export function LayoutView({ batchId }: { readonly batchId: string }) {
  const toggleSheet = useAppStore((state) => state.toggleSheet)
  const batch = useBatchesStore(({ batches }) => batches.find(({ id }) => id === batchId))
  const store = useLayoutStore()
  const { phase, failure, name, sources, draft, isChanged, isSaving, preview, notes, edit } = store
  const saved = useSavedLayoutsStore()
  const [open, setOpen] = useState<string | null>(null)
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const nameInput = useRef<HTMLInputElement>(null)
  const sampleInput = useRef<HTMLInputElement>(null)

  useEffect(() => {
    void useSavedLayoutsStore.getState().load()
    holdWhile({
      isHeld: () => useLayoutStore.getState().isChanged,
      ask: (go) => setLeave(() => go),
    })
    return () => holdWhile(null)
  }, [])

  const problems = preview?.problems ?? []
  const show = (key: string | null) => {
    setOpen(key)
    // Its values come into sight above, too.
    const head = document.querySelector(`th[data-column="${key}"]`)
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const openColumn = (key: string) => {
    show(key)
    focusIn(`[data-row="${key}"] select`)
  }
  const add = (key: string) => {
    if (!sources || key === '') return
    const source = sourceOfKey(key)
    const header = source.kind === 'constant' ? '' : sourceWords(source, sources)
    edit((now) => withNewColumn(now, source, header))
    const added = useLayoutStore.getState().draft?.columns.at(-1)
    if (added) openColumn(added.key)
  }
  const save = async (): Promise<boolean> => {
    const now = useLayoutStore.getState().draft
    if (now?.name.trim() === '') {
      nameInput.current?.focus()
      return false
    }
    const result = await store.save()
    if (!result.ok) showFailure(result.error)
    else void saved.load()
    return result.ok
  }
  const saveHere = async () => {
    if (isSaving || (!isChanged && name !== null)) return
    const isSaved = await save()
    const now = useLayoutStore.getState()
    if (isSaved && now.name !== name && !now.isChanged)
      window.location.replace(hrefOf({ view: 'columns', id: batchId, name: now.name }))
  }
  const takeSample = async (file: File | undefined) => {
    if (!file) return
    const failed = await store.takeSample(file)
    if (failed) return showFailure(failed)
    const first = useLayoutStore.getState().draft?.columns.find(({ isUnmatched }) => isUnmatched)
    if (first) openColumn(first.key)
  }
  const exportWith = async () => {
    if ((isChanged || name === null) && !(await save())) return
    useExportStore.getState().choose(null, { layout: useLayoutStore.getState().name })
    go({ view: 'batch', id: batchId })
  }
  const remove = async () => {
    const gone = saved.layouts.find((layout) => layout.name === name)
    if (!gone) return
    const removed = await saved.remove(gone.name)
    if (!removed.ok) return showFailure(removed.error)
    store.drop()
    showRemovedLayout(gone)
    go({ view: 'columns', id: batchId, name: null })
  }
  const duplicate = async () => {
    if (name === null) return
    const copied = await saved.duplicate(name)
    if (!copied.ok) return showFailure(copied.error)
    go({ view: 'columns', id: batchId, name: copied.value.layout.name })
  }
  const chooseSample = () => sampleInput.current?.click()
  const { isOver, handlers } = useFileDrop((dropped) => takeSample(dropped.files[0]))
  useShortcuts({
    'app.up': () => go({ view: 'batch', id: batchId }),
    'columns.save': saveHere,
    'columns.add': () => focusIn('[data-add]'),
    'columns.sample': chooseSample,
  })

  const unmatched = draft?.columns.filter(({ isUnmatched }) => isUnmatched) ?? []
  const title = draft?.name || 'New layout'
  return (
    <div className={classes.view} {...handlers}>
      <title>{`${title} – Sheaf`}</title>
      <TopBar
        crumbs={[
          { words: batch?.name ?? 'Batch', href: hrefOf({ view: 'batch', id: batchId }) },
          { words: 'Columns of exports' },
        ]}
        onSheet={toggleSheet}
      />
      {phase === 'loading' && <BlankState whole icon={<Loader size={22} />} title="Opening it…" />}
      {phase === 'failed' && (
        <BlankState
          whole
          icon={<IconTable size={26} stroke={1.6} />}
          title="This layout is not here"
          actions={
            <Button
              component="a"
              variant="default"
              href={hrefOf({ view: 'columns', id: batchId, name: null })}
            >
              New layout
            </Button>
          }
        >
          {failure?.message}
        </BlankState>
      )}
      {phase === 'ready' && draft && sources && (
        <main className={classes.main} data-over={isOver || undefined}>
          <LayoutBar
            name={name}
            names={saved.layouts.map((layout) => layout.name)}
            problems={problems.length}
            isChanged={isChanged}
            isSaving={isSaving}
            sampleInput={sampleInput}
            onOpen={(other) => go({ view: 'columns', id: batchId, name: other })}
            onSample={takeSample}
            onExport={exportWith}
            onSave={saveHere}
            onDuplicate={duplicate}
            onRemove={remove}
          />
          <div className={classes.preview}>
            {preview && preview.rows.length > 0 && draft.columns.length > 0 ? (
              <LayoutPreviewTable draft={draft} preview={preview} onColumn={openColumn} />
            ) : (
              <p className={classes.hint}>
                {draft.columns.length === 0
                  ? 'Add a column below to see the first rows of this batch.'
                  : problems.length > 0
                    ? problems[0]?.sentence
                    : preview
                      ? 'This batch has no document to show yet.'
                      : 'Looking at the first documents…'}
              </p>
            )}
          </div>
          <div className={classes.editor}>
            <div className={classes.column}>
              {isOver && <Notice tone="idle">Let go to take the columns of this file.</Notice>}
              {notes.map((note) => (
                <Notice key={note} tone="idle">
                  {note}
                </Notice>
              ))}
              {unmatched.length > 0 && (
                <Notice
                  tone="look"
                  action={
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => openColumn(unmatched[0]?.key ?? '')}
                    >
                      Show the first
                    </Button>
                  }
                >
                  {counted(unmatched.length, 'column')} of the sample not matched: empty until you
                  say what to show.
                </Notice>
              )}
              <LayoutSettings draft={draft} nameInput={nameInput} edit={edit} />
              <h2 className={classes.heading}>
                <IconColumns size={16} stroke={1.8} aria-hidden />
                {counted(draft.columns.length, 'column')}
              </h2>
              <ul className={classes.rows} aria-label="Columns">
                {draft.columns.map((column, at) => (
                  <LayoutColumnEditor
                    key={column.key}
                    column={column}
                    sources={sources}
                    hasItems={draft.rows === 'line_items'}
                    problems={problems.filter(({ path }) => path[1] === at)}
                    warnings={(preview?.warnings ?? []).filter(({ path }) => path[1] === at)}
                    isOpen={open === column.key}
                    onToggle={() => show(open === column.key ? null : column.key)}
                    onChange={(change) => edit((now) => withColumn(now, column.key, change))}
                    onMove={(step) =>
                      keepFocus(() =>
                        edit((now) => ({ ...now, columns: moved(now.columns, column.key, step) })),
                      )
                    }
                    onDropOn={(dragged) =>
                      edit((now) => ({
                        ...{ ...now, columns: placedAt(now.columns, dragged, column.key) },
                      }))
                    }
                    onRemove={() =>
                      edit((now) => ({ ...now, columns: without(now.columns, column.key) }))
                    }
                  />
                ))}
              </ul>
              <NativeSelect
                data-add
                aria-label="Add a column"
                leftSection={<IconPlus size={15} stroke={1.8} />}
                rightSection={<Keys command="columns.add" />}
                rightSectionWidth={70}
                value=""
                data={[
                  { value: '', label: 'Add a column…' },
                  ...sourceOptions(sources, {
                    hasItems: draft.rows === 'line_items',
                    chosen: null,
                  }),
                ]}
                onChange={({ currentTarget }) => add(currentTarget.value)}
              />
              <LayoutWarnings warnings={preview?.warnings ?? []} />
            </div>
          </div>
        </main>
      )}
      <LeaveDialog
        opened={leave !== null}
        what="layout"
        isSaving={isSaving}
        onStay={() => setLeave(null)}
        onDrop={() => {
          setLeave(null)
          store.drop()
          leave?.()
        }}
        onSave={async () => {
          const isSaved = await save()
          setLeave(null)
          if (isSaved) leave?.()
        }}
      />
    </div>
  )
}
