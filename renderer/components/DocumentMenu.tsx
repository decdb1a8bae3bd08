import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowMerge,
  IconArrowsSplit,
  IconArrowUp,
  IconCalendarPause,
  IconClockPause,
  IconDots,
  IconFileMinus,
  IconFiles,
  IconFileX,
  IconRotate2,
  IconRotateClockwise2,
} from '@tabler/icons-react'
import classes from './DocumentMenu.module.css'
import { Keys } from './Keys.tsx'

export type PagesCommand = (typeof pagesItems)[number]['command']

/** What is done to the pages of a file, each with its keys. */
const pagesItems = [
  { command: 'page.split', words: 'Split here', Icon: IconArrowsSplit },
  { command: 'document.merge', words: 'Merge with previous', Icon: IconArrowMerge },
  { command: 'page.up', words: 'Move it up', Icon: IconArrowUp },
  { command: 'page.down', words: 'Move it down', Icon: IconArrowDown },
  { command: 'page.leaveOut', words: 'Leave it out', Icon: IconFileMinus },
  { command: 'document.pages', words: 'All pages of the file…', Icon: IconFiles },
] as const

export interface DocumentMenuHands {
  /** Clockwise, in degrees. */
  readonly onRotate: (turn: 90 | 270) => void
  /** Acts on the page in sight, or on how the pages of the file make up documents. */
  readonly onPages: (command: PagesCommand) => void
  readonly onPostpone: () => void
  readonly onPostponeTo: () => void
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
    <Menu position="bottom-end" width={320} shadow="md" trapFocus>
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
        <Menu.Label>The file stays as it is; corrections stay with their page</Menu.Label>
        {pagesItems.map(({ command, words, Icon }) => (
          <Menu.Item
            key={command}
            leftSection={<Icon size={16} stroke={1.7} />}
            rightSection={<Keys command={command} />}
            onClick={() => hands.onPages(command)}
          >
            {words}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconClockPause size={16} stroke={1.7} />}
          rightSection={<Keys command="document.postpone" />}
          disabled={isSettled}
          onClick={hands.onPostpone}
        >
          Postpone until nothing else is left
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCalendarPause size={16} stroke={1.7} />}
          rightSection={<Keys command="document.postponeTo" />}
          disabled={isSettled}
          onClick={hands.onPostponeTo}
        >
          Postpone to a day…
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
