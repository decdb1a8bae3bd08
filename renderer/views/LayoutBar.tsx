import { Button, Menu, NativeSelect } from '@mantine/core'
import {
  IconCopy,
  IconDeviceFloppy,
  IconDots,
  IconFileImport,
  IconTableExport,
  IconTrash,
} from '@tabler/icons-react'
import type { RefObject } from 'react'
import { Keys } from '../components/Keys.tsx'
import { counted } from '../words.ts'
import classes from './LayoutView.module.css'

const icon = { size: 17, stroke: 1.7 } as const

/** Which layout is open, and what can be done with it as a whole. */
export function LayoutBar({
  name,
  names,
  problems,
  isChanged,
  isSaving,
  sampleInput,
  onOpen,
  onSample,
  onExport,
  onSave,
  onDuplicate,
  onRemove,
}: {
  /** Under which it is saved; null: not yet. */
  readonly name: string | null
  readonly names: readonly string[]
  /** How many have to be mended before it can be saved. */
  readonly problems: number
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly sampleInput: RefObject<HTMLInputElement | null>
  readonly onOpen: (name: string | null) => void
  readonly onSample: (file: File | undefined) => void
  readonly onExport: () => void
  readonly onSave: () => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}) {
  return (
    <div className={classes.bar}>
      <h1 className={classes.title}>Columns of exports</h1>
      <NativeSelect
        aria-label="Layout"
        className={classes.choice}
        value={name ?? ''}
        data={[{ value: '', label: 'New layout' }, ...names]}
        onChange={({ currentTarget: { value } }) => onOpen(value || null)}
      />
      <span className={classes.state} role="status">
        {problems > 0
          ? `${counted(problems, 'problem')} to mend before it can be saved`
          : isChanged && 'Changed, not saved yet'}
      </span>
      <Button
        variant="default"
        leftSection={<IconFileImport {...icon} />}
        onClick={() => sampleInput.current?.click()}
      >
        From a sample file…
      </Button>
      <Button
        variant="default"
        leftSection={<IconTableExport {...icon} />}
        disabled={problems > 0}
        onClick={onExport}
      >
        Export…
      </Button>
      <Button
        leftSection={<IconDeviceFloppy {...icon} />}
        rightSection={<Keys command="columns.save" />}
        disabled={problems > 0 || (!isChanged && name !== null)}
        loading={isSaving}
        onClick={onSave}
      >
        Save
      </Button>
      {name !== null && (
        <Menu position="bottom-end" width={200} shadow="md" trapFocus>
          <Menu.Target>
            <Button variant="default" px={9} aria-label="More for this layout">
              <IconDots {...icon} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={onDuplicate}>
              Duplicate
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={onRemove}>
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <input
        ref={sampleInput}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-label="Sample file"
        hidden
        onChange={({ currentTarget }) => {
          onSample(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
