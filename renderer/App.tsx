import { Loader } from '@mantine/core'
import classes from './App.module.css'
import { BlankState } from './components/BlankState.tsx'
import { ConnectionLost } from './components/ConnectionLost.tsx'
import { ShortcutSheet } from './components/ShortcutSheet.tsx'
import { go, type Route, useRoute } from './router.ts'
import { useAppStore } from './stores/appStore.ts'
import { useBatchesStore } from './stores/batchesStore.ts'
import { useSettingsStore } from './stores/settingsStore.ts'
import { useSchemeToggle } from './useSchemeToggle.ts'
import { useShortcuts } from './useShortcuts.ts'
import { BatchView } from './views/BatchView.tsx'
import { DocumentView } from './views/DocumentView.tsx'
import { DraftView } from './views/DraftView.tsx'
import { FieldsView } from './views/FieldsView.tsx'
import { HomeView } from './views/HomeView.tsx'
import { LayoutView } from './views/LayoutView.tsx'
import { RoundTripDialog } from './views/RoundTripDialog.tsx'
import { SettingsView } from './views/SettingsView.tsx'
import { TemplatesView } from './views/TemplatesView.tsx'
import { TemplateView } from './views/TemplateView.tsx'
import { UpkeepView } from './views/UpkeepView.tsx'
import { WatchesView } from './views/WatchesView.tsx'

export function App() {
  const { phase, isReachable, start, sheetOpened, toggleSheet } = useAppStore()
  const { showNext } = useSchemeToggle()
  const density = useSettingsStore(({ settings }) => settings.density)
  const route = useRoute()

  useShortcuts({
    'app.sheet': toggleSheet,
    'app.theme': showNext,
    'app.home': () => go({ view: 'home' }),
    'app.templates': () => go({ view: 'templates' }),
    'app.watches': () => go({ view: 'watches' }),
    'app.upkeep': () => go({ view: 'upkeep' }),
    'app.settings': () => go({ view: 'settings' }),
  })

  if (phase === 'unreachable') return <ConnectionLost whole onRetry={start} />
  return (
    <div className={classes.app} data-density={density}>
      {!isReachable && <ConnectionLost onRetry={start} />}
      {phase === 'starting' ? (
        <BlankState whole icon={<Loader size={22} />} title="Opening Sheaf…" />
      ) : (
        <CurrentView route={route} />
      )}
      <RoundTripDialog />
      <ShortcutSheet opened={sheetOpened} onClose={toggleSheet} />
    </div>
  )
}

function CurrentView({ route }: { readonly route: Route }) {
  const isDraft = useBatchesStore(({ batches }) =>
    batches.some(
      ({ id, lifecycle }) => route.view === 'batch' && id === route.id && lifecycle === 'draft',
    ),
  )
  switch (route.view) {
    case 'home':
      return <HomeView />
    case 'upkeep':
      return <UpkeepView />
    case 'settings':
      return <SettingsView />
    case 'watches':
      return <WatchesView />
    case 'templates':
      return <TemplatesView />
    case 'template':
      return <TemplateView />
    case 'batch':
      return isDraft ? (
        <DraftView batchId={route.id} />
      ) : (
        <BatchView key={route.id} batchId={route.id} />
      )
    case 'fields':
      return <FieldsView key={`${route.id} ${route.field}`} batchId={route.id} />
    case 'columns':
      return <LayoutView batchId={route.id} />
    case 'document':
      return <DocumentView />
  }
}
