import { Button, Switch } from '@mantine/core'
import { IconTerminal2, IconWorldUpload } from '@tabler/icons-react'
import type { HookView } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import { DeliveryState } from './DeliveryState.tsx'
import classes from './HookList.module.css'

interface HookListProps {
  readonly hooks: readonly HookView[]
  /** The one that is being tried now. */
  readonly testing: number | null
  readonly onSwitch: (hookId: number, isOn: boolean) => void
  readonly onTest: (hookId: number) => void
  readonly onRemove: (hookId: number) => void
}

const icons = { run: IconTerminal2, post: IconWorldUpload } as const
const kinds = { run: 'Runs a command', post: 'Tells an address' } as const

/** What happens after every batch, with its switch, how it went last, and what can be done about it. */
export function HookList({ hooks, testing, onSwitch, onTest, onRemove }: HookListProps) {
  return (
    <ul className={classes.list} aria-label="After every batch">
      {hooks.map((hook) => {
        const { id, kind, words, isOn, last } = hook
        const Icon = icons[kind]
        return (
          <li key={id} className={classes.row}>
            <Icon size={18} stroke={1.6} aria-hidden className={classes.icon} />
            <div className={classes.what}>
              <code>{words}</code>
              <p className={classes.words}>{factsOf(hook).join(' · ')}</p>
              {last && (
                <p className={classes.last} role="status">
                  <DeliveryState state={last.state} /> {whenOf(last.endedAt ?? last.createdAt)}{' '}
                  {last.error && <span className={classes.why}>{last.error.message}</span>}
                </p>
              )}
            </div>
            <div className={classes.acts}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Test now: ${words}`}
                loading={testing === id}
                disabled={testing !== null}
                onClick={() => onTest(id)}
              >
                Test now
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={`Remove: ${words}`}
                onClick={() => onRemove(id)}
              >
                Remove
              </Button>
              <Switch
                aria-label={`On: ${words}`}
                checked={isOn}
                onChange={({ currentTarget }) => onSwitch(id, currentTarget.checked)}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const places = {
  loopback: 'stays on this computer',
  private: 'leaves this machine, for another in your network',
  public: 'leaves this machine and your network',
  unknown: 'leaves this machine and your network',
} as const

function factsOf({ kind, hasSecret, place, isOn }: HookView): readonly string[] {
  return [
    kinds[kind],
    ...(place === null ? [] : [places[place]]),
    ...(hasSecret ? ['signed with a secret'] : []),
    ...(isOn ? [] : ['switched off']),
  ]
}
