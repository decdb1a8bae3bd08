import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { useLayoutEffect, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { TemplateSummary } from '../../electron/views.ts'
import { arranging } from '../arranging.ts'
import { BlankState } from '../components/BlankState.tsx'
import { DocumentHeader } from '../components/DocumentHeader.tsx'
import { PasswordDialog } from '../components/PasswordDialog.tsx'
import { PostponeDialog } from '../components/PostponeDialog.tsx'
import { RejectDialog } from '../components/RejectDialog.tsx'
import { ReviewSplit } from '../components/ReviewSplit.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { inputOf } from '../focusField.ts'
import { isLocked } from '../isLocked.ts'
import { stepPage, zoomOnScreen } from '../pageScroll.ts'
import { openDocument, reviewing } from '../reviewing.ts'
import { go, hrefOf } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { showReadAgain } from '../showReadAgain.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { type NewReading, useDocumentStore } from '../stores/documentStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { DocumentPages } from './DocumentPages.tsx'
import classes from './DocumentView.module.css'
import { PagesDialog } from './PagesDialog.tsx'

const pagesActs = {
  'page.split': arranging.split,
  'document.merge': arranging.merge,
  'page.up': arranging.up,
  'page.down': arranging.down,
  'page.leaveOut': arranging.leaveOut,
  'document.pages': arranging.open,
} as const

const noTemplates: readonly TemplateSummary[] = []

/** A document: its pages on the left, what was found on the right, one in step with the other. */
export function DocumentView() {
  const toggleSheet = useAppStore((state) => state.toggleSheet)
  const templates = useAppStore(({ app }) => app?.templates) ?? noTemplates
  const {
    phase,
    failure,
    view,
    page,
    readingId,
    readAgain: readAnew,
    ...store
  } = useDocumentStore(
    useShallow(({ phase, failure, view, page, readingId, readAgain, zoomBy, fit }) => ({
      ...{ phase, failure, view, page, readingId, readAgain, zoomBy, fit },
    })),
  )
  const [locked, setLocked] = useState<{ reading: NewReading; words: string } | null>(null)
  const [isTypeMenuOpen, setIsTypeMenuOpen] = useState(false)
  const [isRejecting, setIsRejecting] = useState(false)
  const [isPostponing, setIsPostponing] = useState(false)
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const batchName = useBatchesStore(
    ({ batches }) => batches.find(({ id }) => id === view?.batchId)?.name,
  )
  const shares = useSettingsStore(({ settings }) => settings)
  const chooseSettings = useSettingsStore(({ choose }) => choose)
  // The view stays while documents pass through it; each begins at its top.
  useLayoutEffect(beginDocument, [view?.id])
  const isHeld = isKeyboardHere()
  useLayoutEffect(() => regainKeyboard(isHeld), [view])

  const readAgain = async (reading: NewReading) => {
    setLocked(null)
    const result = await readAnew(reading)
    if (result.ok) showReadAgain(result.value, reading)
    else if (isLocked(result.error)) setLocked({ reading, words: result.error.message })
    else showFailure(result.error)
  }
  const pagesElement = () => document.querySelector<HTMLElement>('[data-pages]')

  const acts = {
    'document.nextReview': () => reviewing.focusReview(1),
    'document.previousReview': () => reviewing.focusReview(-1),
    'document.edit': reviewing.edit,
    'document.approve': reviewing.approve,
    'document.undo': reviewing.undo,
    'document.redo': reviewing.redo,
    'document.setType': () => setIsTypeMenuOpen(true),
    'document.postpone': () => reviewing.postpone(null),
    'document.postponeTo': () => setIsPostponing(view?.review === 'none'),
    'document.reject': () => setIsRejecting(view?.review === 'none'),
    ...pagesActs,
    'page.turnLeft': () => reviewing.rotate(270),
    'page.turnRight': () => reviewing.rotate(90),
    'document.readAgain': () => setIsMenuOpen(readingId !== view?.id),
    'document.next': () => openDocument(view?.nextId),
    'document.previous': () => openDocument(view?.previousId),
    'page.next': () => stepPage(pagesElement(), 1),
    'page.previous': () => stepPage(pagesElement(), -1),
    'page.zoomIn': () => store.zoomBy(1, zoomOnScreen(pagesElement())),
    'page.zoomOut': () => store.zoomBy(-1, zoomOnScreen(pagesElement())),
    'page.fit': store.fit,
    'field.move': reviewing.focusFirst,
  }
  useShortcuts({
    'app.up': () => go(view ? { view: 'batch', id: view.batchId } : { view: 'home' }),
    // While a document is on its way nothing can be done to it: nobody has seen it.
    ...(view && acts),
  })

  const crumbs = view
    ? [
        {
          words: batchName ?? 'Batch',
          href: hrefOf({ view: 'batch', id: view.batchId }),
        },
        { words: view.filename },
      ]
    : []

  return (
    <div className={classes.view}>
      <title>{view ? `${view.filename} – Sheaf` : 'Sheaf'}</title>
      <TopBar crumbs={crumbs} onSheet={toggleSheet}>
        {view && (
          <DocumentHeader
            view={view}
            templates={templates}
            page={page}
            types={{
              isTypeMenuOpen,
              onTypeMenu: setIsTypeMenuOpen,
              onType: reviewing.setType,
            }}
            acts={{
              onRotate: reviewing.rotate,
              onPages: (command) => void pagesActs[command](),
              onPostpone: () => reviewing.postpone(null),
              onPostponeTo: () => setIsPostponing(true),
              onReject: () => setIsRejecting(true),
            }}
            onPrevious={() => openDocument(view.previousId)}
            onNext={() => openDocument(view.nextId)}
          />
        )}
      </TopBar>
      {phase === 'failed' && (
        <BlankState
          whole
          icon={<IconFileUnknown size={26} stroke={1.6} />}
          title="This document cannot be shown"
          actions={<Button onClick={() => go({ view: 'home' })}>All batches</Button>}
        >
          {failure?.message}
        </BlankState>
      )}
      {phase === 'loading' && (
        <div className={classes.skeleton} role="status" aria-label="Opening the document">
          <Skeleton flex={1} radius="sm" />
          <Skeleton width={420} radius="sm" />
        </div>
      )}
      {view && (
        <main className={classes.main} data-document={view.id}>
          <VisuallyHidden component="h1">{view.filename}</VisuallyHidden>
          <ReviewSplit
            shares={shares}
            onShare={chooseSettings}
            pages={
              <DocumentPages
                reading={{
                  isReading: readingId === view.id,
                  isMenuOpen,
                  onMenu: setIsMenuOpen,
                  onReadAgain: (mode, language) => readAgain({ mode, language }),
                }}
              />
            }
            fields={<DocumentFields onSetType={() => setIsTypeMenuOpen(true)} />}
          />
        </main>
      )}
      <RejectDialog
        opened={isRejecting}
        onClose={() => setIsRejecting(false)}
        onReject={(reason) => {
          setIsRejecting(false)
          void reviewing.change('document.reject', { reason })
        }}
      />
      <PostponeDialog
        opened={isPostponing}
        onClose={() => setIsPostponing(false)}
        onPostpone={(until) => {
          setIsPostponing(false)
          void reviewing.postpone(until)
        }}
      />
      <PagesDialog />
      <PasswordDialog
        words={locked?.words ?? null}
        onClose={() => setLocked(null)}
        onPassword={(password) => locked && readAgain({ ...locked.reading, password })}
      />
    </div>
  )
}

function isKeyboardHere(): boolean {
  return document.activeElement?.closest('[data-document]') != null
}

/** What had the keyboard went with a change: the field that stands there now has it. */
function regainKeyboard(wasHere: boolean): void {
  if (!wasHere || document.activeElement !== document.body) return
  const field = inputOf(useDocumentStore.getState().focusId)
  ;(field ?? document.querySelector<HTMLElement>('[data-fields]'))?.focus()
}

/** A document opens at the first value to look at; without one the whole page is to be seen. */
function beginDocument(): void {
  const main = document.querySelector<HTMLElement>('[data-document]')
  if (!main) return
  for (const scroller of main.querySelectorAll('[data-pages], [data-fields]'))
    scroller.scrollTop = 0
  const first = main.querySelector<HTMLElement>('[data-fields] [data-review]:is(input, textarea)')
  const { activeElement } = document
  if (first) first.focus()
  else if (activeElement === document.body || main.contains(activeElement))
    main.querySelector<HTMLElement>('[data-fields]')?.focus({ preventScroll: true })
}
