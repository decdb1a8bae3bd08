import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClientView } from '../../electron/views.ts'
import { CopyLine } from '../components/CopyLine.tsx'
import { ProgramDialog } from '../components/ProgramDialog.tsx'
import { ProgramList } from '../components/ProgramList.tsx'
import { RevokeDialog } from '../components/RevokeDialog.tsx'
import { useProgramsStore } from '../stores/programsStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import classes from './ProgramAccess.module.css'

/** Whether other programs are answered, where they ask, and which have a key. */
export function ProgramAccess() {
  const { settings, isKnown, choose } = useSettingsStore()
  const { door, programs, load, add, revoke } = useProgramsStore()
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<ClientView | null>(null)
  const isForced = door?.isForced ?? false
  const isOpen = isForced || settings.httpInterface

  const turn = async (httpInterface: boolean) => {
    await choose({ httpInterface })
    await load()
  }

  return (
    <>
      <div className={classes.row}>
        <div>
          <span className={classes.name}>Answer other programs</span>
          <p className={classes.words}>
            {isForced
              ? 'On as long as this Sheaf runs: it was started with “serve --api”.'
              : 'Robots and scripts on this computer can send files and fetch results over HTTP, each with a key. Nothing leaves the computer.'}
          </p>
        </div>
        <Switch
          aria-label="Answer other programs"
          checked={isOpen}
          disabled={!isKnown || isForced}
          onChange={({ currentTarget }) => void turn(currentTarget.checked)}
        />
      </div>
      {isOpen && door?.address && (
        <CopyLine
          label="Address"
          value={door.address}
          words={
            <>
              What can be asked stands at <code>{door.address}/openapi.json</code>.{' '}
              {door.isUsualAddress
                ? 'The address stays the same from start to start.'
                : `It holds until Sheaf is closed; after its next start it is ${door.usualAddress}, if that port is free.`}
            </>
          }
        />
      )}
      <div className={classes.row}>
        <span className={classes.name} id="programs-title">
          Programs with a key
        </span>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          Add a program
        </Button>
      </div>
      {programs.length > 0 ? (
        <ProgramList programs={programs} onRevoke={setLeaving} />
      ) : (
        <p className={classes.words}>
          None yet. Each program gets a key of its own, so that one can be taken away without the
          others.
        </p>
      )}
      <ProgramDialog opened={isAdding} onAdd={add} onClose={() => setAdding(false)} />
      <RevokeDialog
        program={leaving}
        onRevoke={(program) => {
          setLeaving(null)
          void revoke(program)
        }}
        onClose={() => setLeaving(null)}
      />
    </>
  )
}
