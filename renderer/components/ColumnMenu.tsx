import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { columnTitles } from '../documentColumns.tsx'
import classes from './ColumnMenu.module.css'

interface ColumnMenuProps {
  readonly hidden: readonly string[]
  readonly onChange: (hidden: string[]) => void
}

const ids = Object.keys(columnTitles) as (keyof typeof columnTitles)[]

/** Which columns the table of documents has. */
export function ColumnMenu({ hidden, onChange }: ColumnMenuProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label="Columns">
          <ActionIcon variant="subtle" color="gray" size={26} aria-label="Columns">
            <IconColumns size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Checkbox.Group
          aria-label="Columns"
          value={ids.filter((id) => !hidden.includes(id))}
          onChange={(shown) => onChange(ids.filter((id) => !shown.includes(id)))}
        >
          <div className={classes.list}>
            {ids.map((id) => (
              <Checkbox key={id} size="xs" value={id} label={columnTitles[id]} />
            ))}
          </div>
        </Checkbox.Group>
        <p className={classes.words}>Narrow windows leave some out.</p>
      </Popover.Dropdown>
    </Popover>
  )
}
