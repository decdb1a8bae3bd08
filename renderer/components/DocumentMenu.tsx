import { ActionIcon, Menu } from '@mantine/core'
import {
  IconClockPause,
  IconDots,
  IconFileX,
  IconRotate2,
  IconRotateClockwise2,
} from '@tabler/icons-react'
import classes from './DocumentMenu.module.css'
import { Keys } from './Keys.tsx'

export interface DocumentMenuHands {
  /** Clockwise, in degrees. */
  readonly onRotate: (turn: 90 | 270) => void
  readonly onPostpone: () => void
  readonly onReject: () => void
}

interface DocumentMenuProps extends DocumentMenuHands {
  /** The page in sight. */
  readonly page: number
  /** Approved or rejected: neither is asked for any more. */
  readonly isSettled: boolean
}

/** What is done to a document as a whole, and to the page in sight. */
export function DocumentMenu({ page, isSettled, ...hands }: DocumentMenuProps) {
  return (
    <Menu position="bottom-end" width={300} shadow="md" trapFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="More for this document">
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Page {page}, read again as it then stands</Menu.Label>
        <Menu.Item
          leftSection={<IconRotate2 size={16} stroke={1.7} />}
          rightSection={<Keys command="page.turnLeft" />}
          onClick={() => hands.onRotate(270)}
        >
          Turn it left
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRotateClockwise2 size={16} stroke={1.7} />}
          rightSection={<Keys command="page.turnRight" />}
          onClick={() => hands.onRotate(90)}
        >
          Turn it right
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconClockPause size={16} stroke={1.7} />}
          rightSection={<Keys command="document.postpone" />}
          disabled={isSettled}
          onClick={hands.onPostpone}
        >
          Postpone to the end
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileX size={16} stroke={1.7} />}
          rightSection={<Keys command="document.reject" />}
          disabled={isSettled}
          className={isSettled ? undefined : classes.bad}
          onClick={hands.onReject}
        >
          Reject with a reason…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
