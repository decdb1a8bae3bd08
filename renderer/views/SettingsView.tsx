import { SegmentedControl, Select, Switch, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Density } from '../../electron/views.ts'
import { EndSettings } from '../components/EndSettings.tsx'
import { LicenceList } from '../components/LicenceList.tsx'
import { LimitsList } from '../components/LimitsList.tsx'
import { SharedPasswords } from '../components/SharedPasswords.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { go, hrefOf } from '../router.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './SettingsView.module.css'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const

const densities: { value: Density; label: string }[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
]

/** As many as are usual here, and every number up to twice that. */
const workerChoices = (usual: number) => [
  { value: '', label: `Automatic (${usual})` },
  ...Array.from({ length: 2 * usual }, (_, i) => ({ value: String(i + 1), label: String(i + 1) })),
]

/** What a person chooses once, and what this computer and this Sheaf are. */
export function SettingsView() {
  const { app, toggleSheet } = useAppStore()
  const { settings, isKnown, limits, passwordCount, choose, remember } = useSettingsStore()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  useShortcuts({ 'app.up': () => go({ view: 'home' }) })
  const { retentionDays } = settings

  return (
    <div className={classes.view}>
      <TopBar crumbs={[{ words: 'Settings' }]} onSheet={toggleSheet} />
      <main className={classes.main}>
        <title>Settings – Sheaf</title>
        <h1 className={classes.title}>Settings</h1>
        <Part name="Look">
          <Row name="Colours">
            <SegmentedControl
              aria-label="Colours"
              data={[...schemes]}
              value={colorScheme}
              onChange={setColorScheme}
            />
          </Row>
          <Row name="Density" words="Compact shows about a third more rows of a table.">
            <SegmentedControl
              aria-label="Density"
              data={densities}
              value={settings.density}
              disabled={!isKnown}
              onChange={(density) => choose({ density })}
            />
          </Row>
        </Part>
        <Part name="Keys">
          <Row
            name="Single-letter shortcuts"
            words="Letters and signs alone, such as T or “/”. Keys with Ctrl or Alt, arrows and F keys work in any case."
          >
            <Switch
              aria-label="Single-letter shortcuts"
              checked={settings.letterKeys}
              disabled={!isKnown}
              onChange={({ currentTarget }) => choose({ letterKeys: currentTarget.checked })}
            />
          </Row>
          <button type="button" className={classes.link} onClick={toggleSheet}>
            Show all keyboard shortcuts
          </button>
        </Part>
        <Part name="Reading">
          <Row
            name="Read on battery, too"
            words="Otherwise batches wait for mains power while the computer runs on battery."
          >
            <Switch
              aria-label="Read on battery, too"
              checked={settings.ignoreBattery}
              disabled={!isKnown}
              onChange={({ currentTarget }) => choose({ ignoreBattery: currentTarget.checked })}
            />
          </Row>
          {limits && (
            <Row
              name="Workers"
              words="Pages that are read at a time. Fewer leave more of the computer to other programs; holds from the next start of Sheaf on."
            >
              <Select
                aria-label="Workers"
                w={200}
                data={workerChoices(limits.usualThreads)}
                value={String(settings.threads ?? '')}
                disabled={!isKnown}
                allowDeselect={false}
                onChange={(chosen) => choose({ threads: chosen ? Number(chosen) : null })}
              />
            </Row>
          )}
          {limits && <LimitsList limits={limits} />}
        </Part>
        <Part name="When a batch is finished">
          <EndSettings settings={settings} isKnown={isKnown} onChoose={choose} />
        </Part>
        <Part name="Passwords">
          <SharedPasswords count={passwordCount} onPassword={remember} />
        </Part>
        <Part name="Languages that scans can be read in">
          <ul className={classes.languages} aria-label="Languages">
            {app?.languages.map(({ data, name, origin }) => (
              <li key={data}>
                {name} <span>{origin === 'own' ? 'your own data' : 'came with Sheaf'}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part name="Keeping">
          <p className={classes.words}>
            {retentionDays === null
              ? 'Finished batches are kept.'
              : `Finished batches are deleted after ${counted(retentionDays, 'day')}.`}{' '}
            <a href={hrefOf({ view: 'upkeep' })}>Change it, restore or check in Upkeep</a>
          </p>
          {app && <p className={classes.words}>The data folder is {app.dataDir}</p>}
        </Part>
        <Part name="Licences">
          <p className={classes.words}>
            Sheaf {app?.version} is licensed under the Apache License 2.0. It uses the work of
            others:
          </p>
          <LicenceList />
        </Part>
      </main>
    </div>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name} className={classes.part}>
      <h2 className={classes.heading}>{name}</h2>
      {children}
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly words?: string
  readonly children: ReactNode
}

function Row({ name, words, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div>
        <span className={classes.name}>{name}</span>
        {words && <p className={classes.words}>{words}</p>}
      </div>
      {children}
    </div>
  )
}
