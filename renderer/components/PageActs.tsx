import { Button, Group } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowMerge,
  IconArrowsSplit,
  IconArrowUp,
  IconFileMinus,
  IconFilePlus,
} from '@tabler/icons-react'
import { Keys } from './Keys.tsx'

export type PageAct = 'pages.split' | 'pages.merge' | 'pages.up' | 'pages.down' | 'pages.leaveOut'

interface PageActsProps {
  readonly canSplit: boolean
  readonly canMerge: boolean
  readonly canMoveUp: boolean
  readonly canMoveDown: boolean
  readonly isLeftOut: boolean
  readonly onAct: (act: PageAct) => void
}

/** What can be done to the page that is chosen, each with its key. */
export function PageActs(props: PageActsProps) {
  const { canSplit, canMerge, canMoveUp, canMoveDown, isLeftOut, onAct } = props
  const acts = [
    { act: 'pages.split', words: 'Split here', Icon: IconArrowsSplit, can: canSplit },
    { act: 'pages.merge', words: 'Merge with previous', Icon: IconArrowMerge, can: canMerge },
    { act: 'pages.up', words: 'Up', Icon: IconArrowUp, can: canMoveUp },
    { act: 'pages.down', words: 'Down', Icon: IconArrowDown, can: canMoveDown },
    {
      act: 'pages.leaveOut',
      can: true,
      words: isLeftOut ? 'Take back' : 'Leave out',
      Icon: isLeftOut ? IconFilePlus : IconFileMinus,
    },
  ] as const
  return (
    <Group gap={6} mb="sm" role="toolbar" aria-label="What to do with the page">
      {acts.map(({ act, words, Icon, can }) => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          disabled={!can}
          leftSection={<Icon size={15} stroke={1.8} />}
          rightSection={<Keys command={act} />}
          // The list keeps the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAct(act)}
        >
          {words}
        </Button>
      ))}
    </Group>
  )
}
