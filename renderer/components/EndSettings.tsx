import { Button, Switch } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Settings } from '../../electron/views.ts'
import { playEnd } from '../playEnd.ts'
import { useHooksStore } from '../stores/hooksStore.ts'
import { AddHook } from './AddHook.tsx'
import classes from './EndSettings.module.css'
import { HookList } from './HookList.tsx'

interface EndSettingsProps {
  readonly settings: Settings
  readonly isKnown: boolean
  readonly onChoose: (chosen: Partial<Settings>) => void
}

/** In a browser the person has to let the page tell them; Electron does it itself. */
const asksBrowser = window.bridge === undefined && 'Notification' in window

/** What happens when a batch is finished: who is told, what is run. */
export function EndSettings({ settings, isKnown, onChoose }: EndSettingsProps) {
  const { hooks, testing, add, switchOn, test, remove } = useHooksStore()
  const [isAdding, setIsAdding] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  const close = () => {
    // The form is gone: keys go on where it was opened.
    flushSync(() => setIsAdding(false))
    adder.current?.focus()
  }
  const [allowed, setAllowed] = useState(
    () => !asksBrowser || Notification.permission === 'granted',
  )
  const askBrowser = async () => setAllowed((await Notification.requestPermission()) === 'granted')

  return (
    <>
      <Row
        name="Notification"
        words="The system tells you when Sheaf is not in front."
        action={
          asksBrowser && settings.notifyAtEnd && !allowed ? (
            <button type="button" className={classes.link} onClick={askBrowser}>
              Allow it in this browser
            </button>
          ) : null
        }
      >
        <Switch
          aria-label="Notification"
          checked={settings.notifyAtEnd}
          disabled={!isKnown}
          onChange={({ currentTarget }) => onChoose({ notifyAtEnd: currentTarget.checked })}
        />
      </Row>
      <Row name="Sound" words="Two short notes.">
        <Switch
          aria-label="Sound"
          checked={settings.soundAtEnd}
          disabled={!isKnown}
          onChange={({ currentTarget }) => {
            onChoose({ soundAtEnd: currentTarget.checked })
            if (currentTarget.checked) playEnd()
          }}
        />
      </Row>
      {hooks !== null && hooks.length > 0 && (
        <HookList
          hooks={hooks}
          testing={testing}
          onSwitch={switchOn}
          onTest={test}
          onRemove={remove}
        />
      )}
      {hooks !== null && hooks.length === 0 && !isAdding && (
        <p className={classes.words}>
          Nothing else happens. A command of yours can be run after every batch, or an address can
          be told, such as a program on this computer that goes on with the export.
        </p>
      )}
      {isAdding ? (
        <AddHook onAdd={add} onClose={close} />
      ) : (
        <Button
          ref={adder}
          variant="default"
          className={classes.add}
          disabled={hooks === null}
          onClick={() => setIsAdding(true)}
        >
          Add a command or an address…
        </Button>
      )}
    </>
  )
}

interface RowProps {
  readonly name: string
  readonly words: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Row({ name, words, action, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div>
        <span className={classes.name}>{name}</span>
        <p className={classes.words}>
          {words} {action}
        </p>
      </div>
      {children}
    </div>
  )
}
