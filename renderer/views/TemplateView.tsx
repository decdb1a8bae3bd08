import { Button, Loader } from '@mantine/core'
import {
  IconAlertTriangle,
  IconDeviceFloppy,
  IconHistory,
  IconMoodEmpty,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { TemplateProblem, TemplateTrial, TrialValue } from '../../electron/views.ts'
import { client } from '../client.ts'
import { BlankState } from '../components/BlankState.tsx'
import { Keys } from '../components/Keys.tsx'
import { LeaveDialog } from '../components/LeaveDialog.tsx'
import { PagePlaceDialog } from '../components/PagePlaceDialog.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { VersionsDrawer } from '../components/VersionsDrawer.tsx'
import { withField, withNewField } from '../draftEdits.ts'
import { focusIn } from '../focusIn.ts'
import { holdWhile } from '../holdLeaving.ts'
import { whereOf } from '../placeWords.ts'
import { go, hrefOf } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBenchStore } from '../stores/benchStore.ts'
import { useTemplateStore } from '../stores/templateStore.ts'
import type { TemplateDraft } from '../templateDraft.ts'
import { templateSourceWords } from '../templateWords.ts'
import { keyOfTrialValue } from '../trialWords.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import classes from './TemplateView.module.css'
import { TestBench } from './TestBench.tsx'

/** A page that is shown large: to draw an area for a field on, or with the place of a value. */
interface ShownPage {
  readonly documentId: string
  readonly page: number
  readonly drawFor: string | null
  readonly field: TrialValue | null
}

/** A template in its editor, beside what it finds. */
export function TemplateView() {
  const toggleSheet = useAppStore((state) => state.toggleSheet)
  const store = useTemplateStore()
  const { phase, failure, view, draft, name, isChanged, problems, isSaving, edit } = store
  const bench = useBenchStore()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [areVersionsShown, setAreVersionsShown] = useState(false)
  const [page, setPage] = useState<ShownPage | null>(null)
  const [leave, setLeave] = useState<(() => void) | null>(null)

  useEffect(() => {
    holdWhile({
      isHeld: () => useTemplateStore.getState().isChanged,
      ask: (go) => setLeave(() => go),
    })
    return () => holdWhile(null)
  }, [])

  const trialOf = (id: string) => bench.trials.find(({ documentId }) => documentId === id)
  const toggle = (key: string) =>
    setOpen((now) => {
      const next = new Set(now)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const addField = () => {
    edit(withNewField)
    const added = useTemplateStore.getState().draft?.fields.at(-1)
    if (!added) return
    setOpen((now) => new Set([...now, added.key]))
    focusIn(`[data-row="${added.key}"] input`)
  }
  /** What keeps it from being saved comes into sight, the first of it under the keyboard. */
  const showProblems = () => {
    if (!draft) return
    setOpen((now) => new Set([...now, ...rowsWithProblems(draft, problems)]))
    focusIn('[aria-invalid="true"]', '[data-problems] button')
  }
  const save = async (): Promise<boolean> => {
    if (problems.length > 0) {
      showProblems()
      return false
    }
    const saved = await store.save()
    if (!saved.ok) showFailure(saved.error)
    return saved.ok
  }
  const saveHere = async () => {
    if (!isChanged || isSaving) return
    const isSaved = await save()
    const { name: now, isChanged: isChangedAgain } = useTemplateStore.getState()
    if (isSaved && now !== null && now !== name && !isChangedAgain)
      window.location.replace(hrefOf({ view: 'template', name: now }))
  }
  const revert = async (version: number) => {
    const reverted = await store.revert(version)
    if (!reverted.ok) showFailure(reverted.error)
  }

  useShortcuts({
    'app.up': () => go({ view: 'templates' }),
    'template.save': saveHere,
    'template.field': addField,
    'template.bench': () => focusIn('[data-bench-search]'),
    'template.versions': () => view && setAreVersionsShown(true),
  })

  const drawable = bench.chosen.filter(({ documentId }) => trialOf(documentId))
  const shownTrial = page && trialOf(page.documentId)
  const drawnField = page && draft?.fields.find(({ key }) => key === page.drawFor)
  const title = draft?.title || view?.template.title || 'New template'
  return (
    <div className={classes.view}>
      <title>{`${title} – Sheaf`}</title>
      <TopBar
        crumbs={[
          { words: 'Templates', href: hrefOf({ view: 'templates' }) },
          { words: phase === 'ready' || name === null ? title : name },
        ]}
        onSheet={toggleSheet}
      />
      {phase === 'loading' && <BlankState whole icon={<Loader size={22} />} title="Opening it…" />}
      {phase === 'failed' && (
        <BlankState
          whole
          icon={<IconMoodEmpty size={26} stroke={1.6} />}
          title="This template is not here"
          actions={
            <Button component="a" variant="default" href={hrefOf({ view: 'templates' })}>
              All templates
            </Button>
          }
        >
          {failure?.message}
        </BlankState>
      )}
      {phase === 'ready' && draft && (
        <main className={classes.main}>
          <div className={classes.bar}>
            <div className={classes.names}>
              <h1 className={classes.title}>{title}</h1>
              <span className={classes.meta}>
                {view
                  ? `${templateSourceWords[view.source]}, version ${view.version}`
                  : 'Not saved yet'}
              </span>
            </div>
            <span className={classes.state} role="status">
              {problems.length > 0 ? (
                <button type="button" className={classes.problems} onClick={showProblems}>
                  <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
                  {counted(problems.length, 'problem')} to mend before it can be saved
                </button>
              ) : (
                isChanged && 'Changed, not saved yet'
              )}
            </span>
            {view && (
              <Button
                variant="default"
                leftSection={<IconHistory size={17} stroke={1.7} />}
                onClick={() => setAreVersionsShown(true)}
              >
                Versions
              </Button>
            )}
            <Button
              leftSection={<IconDeviceFloppy size={17} stroke={1.7} />}
              rightSection={<Keys command="template.save" />}
              disabled={!isChanged}
              loading={isSaving}
              onClick={saveHere}
            >
              Save
            </Button>
          </div>
          <div className={classes.panes}>
            <section className={classes.draft} aria-label="Draft">
              <TemplateEditor
                draft={draft}
                open={open}
                onToggle={toggle}
                onAddField={addField}
                onDraw={
                  drawable[0]
                    ? (drawFor) =>
                        setPage({
                          documentId: drawable[0]?.documentId ?? '',
                          ...{ page: 1, drawFor, field: null },
                        })
                    : null
                }
              />
            </section>
            <section className={classes.bench} aria-label="Test bench">
              <TestBench
                hasFields={draft.fields.length + draft.tables.length > 0 || draft.pairs}
                onPage={(documentId, field) =>
                  setPage({
                    ...{ documentId, field, drawFor: null },
                    page: field.provenance?.page ?? 1,
                  })
                }
              />
            </section>
          </div>
        </main>
      )}
      <VersionsDrawer
        opened={areVersionsShown}
        view={view}
        isChanged={isChanged}
        compared={store.compared}
        onCompare={store.compare}
        onRevert={revert}
        onClose={() => setAreVersionsShown(false)}
      />
      {page && shownTrial && (
        <PagePlaceDialog
          title={
            drawnField
              ? `Where to look for ${drawnField.label || 'the field'}`
              : `${page.field?.label} on page ${page.page}`
          }
          trial={shownTrial}
          documents={drawnField ? drawable : []}
          page={page.page}
          fields={placesOf(page, shownTrial)}
          focusId={page.field && 0}
          area={drawnField?.where?.box ?? null}
          onArea={
            drawnField
              ? (box) =>
                  edit((now) =>
                    withField(now, drawnField.key, {
                      where: whereOf(drawnField.where?.pages ?? 'any', box),
                    }),
                  )
              : null
          }
          srcOf={client.pageUrl}
          onShow={(documentId, number) => setPage({ ...page, documentId, page: number })}
          onClose={() => setPage(null)}
        />
      )}
      <LeaveDialog
        opened={leave !== null}
        what="template"
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

/** The values that stand on the page that is shown; the one that was asked for is the first. */
function placesOf({ page, field }: ShownPage, { fields }: TemplateTrial) {
  if (!field) return []
  const others = fields.filter((other) => keyOfTrialValue(other) !== keyOfTrialValue(field))
  return [field, ...others]
    .map(({ label, needsReview, provenance }, id) => ({ id, label, needsReview, provenance }))
    .filter(({ provenance }) => provenance?.page === page)
}

function rowsWithProblems(
  { fields, tables, rules }: TemplateDraft,
  problems: readonly TemplateProblem[],
): readonly string[] {
  return problems.flatMap(({ path: [part, at, , column] }) => {
    const rows = { fields, tables, rules }[String(part)]
    const row = rows?.[Number(at)]
    if (!row) return []
    const cell =
      part === 'tables' && column !== undefined && tables[Number(at)]?.columns[Number(column)]
    return cell ? [row.key, `${row.key}-${cell.key}`] : [row.key]
  })
}
