import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowMerge,
  IconArrowsSplit,
  IconDotsVertical,
  IconRowInsertBottom,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { type RowCommand, rowCommands, rowEdits } from '../rowEdits.ts'
import { Keys } from './Keys.tsx'
import classes from './RowMenu.module.css'

interface RowMenuProps {
  /** Counted from 1. */
  readonly number: number
  readonly isLast: boolean
  readonly onRow: (command: RowCommand) => void
}

const icons = {
  'row.add': IconRowInsertBottom,
  'row.split': IconArrowsSplit,
  'row.merge': IconArrowMerge,
  'row.delete': IconTrash,
} as const

/** What can be done to a row of a table, with its keys. */
export function RowMenu({ number, isLast, onRow }: RowMenuProps) {
  // A long table has hundreds of these: a menu is made when somebody wants it.
  const [isWanted, setIsWanted] = useState(false)
  const target = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      tabIndex={-1}
      className={classes.target}
      aria-label={`Row ${number}: add, delete, split or merge`}
      aria-haspopup="menu"
      onClick={() => setIsWanted(true)}
    >
      <IconDotsVertical size={15} stroke={1.8} />
    </ActionIcon>
  )
  if (!isWanted) return target
  return (
    <Menu
      position="bottom-end"
      width={270}
      shadow="md"
      trapFocus
      returnFocus={false}
      defaultOpened
      onClose={() => setIsWanted(false)}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {rowCommands.map((command) => {
          const Icon = icons[command]
          return (
            <Menu.Item
              key={command}
              leftSection={<Icon size={16} stroke={1.7} />}
              rightSection={<Keys command={command} />}
              data-bad={command === 'row.delete' || undefined}
              className={classes.item}
              disabled={command === 'row.merge' && isLast}
              onClick={() => onRow(command)}
            >
              {rowEdits[command].words}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
