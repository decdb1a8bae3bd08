import { ActionIcon, Menu } from '@mantine/core'
import {
  IconDots,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconRotate,
  IconSettings,
  IconX,
} from '@tabler/icons-react'
import type { WatchView } from '../../electron/contract.ts'
import { baseNameOf } from '../format.ts'
import { hrefOf } from '../router.ts'
import { lastWords, watchCountWords, watchStateWords, watchTone } from '../watchWords.ts'
import { counted } from '../words.ts'
import badges from './BatchBadge.module.css'
import { Notice } from './Notice.tsx'
import classes from './WatchList.module.css'

export interface WatchHands {
  readonly onEdit: (watch: WatchView) => void
  /** Pauses it, or goes on. */
  readonly onPause: (watch: WatchView) => void
  readonly onLook: (watch: WatchView) => void
  /** Takes what failed or was set aside once more. */
  readonly onAgain: (watch: WatchView) => void
  readonly onRemove: (watch: WatchView) => void
}

interface WatchListProps extends WatchHands {
  readonly watches: readonly WatchView[]
}

const icon = { size: 17, stroke: 1.6 } as const

/** Every watched folder: how it stands, what became of its files, and its latest batches. */
export function WatchList({ watches, ...hands }: WatchListProps) {
  return (
    <ul className={classes.list} aria-label="Watched folders" data-watches>
      {watches.map((watch) => (
        <li key={watch.id} className={classes.row} aria-label={baseNameOf(watch.folder)}>
          <div className={classes.head}>
            <button type="button" className={classes.what} onClick={() => hands.onEdit(watch)}>
              <span className={classes.name}>{baseNameOf(watch.folder)}</span>
              <span className={classes.meta}>{watch.folder}</span>
            </button>
            <span className={classes.state} role="status">
              <span className={badges.badge} data-tone={watchTone(watch)}>
                {watchStateWords(watch)}
              </span>
              <span className={classes.meta}>{lastWords(watch)}</span>
            </span>
            <WatchMenu watch={watch} {...hands} />
          </div>
          <p className={classes.counts}>{watchCountWords(watch)}</p>
          {watch.error && watch.isOn && (
            <Notice tone={watch.state === 'source_gone' ? 'bad' : 'look'}>
              {watch.error.message}
            </Notice>
          )}
          <Batches watch={watch} />
        </li>
      ))}
    </ul>
  )
}

/** The latest of its batches. */
function Batches({ watch: { batches } }: { readonly watch: WatchView }) {
  if (batches.length === 0) return null
  return (
    <ul className={classes.batches} aria-label="Latest batches">
      {batches.map(({ id, name, items }) => (
        <li key={id}>
          <a href={hrefOf({ view: 'batch', id })}>{name}</a>{' '}
          <span className={classes.meta}>{counted(items, 'file')}</span>
        </li>
      ))}
    </ul>
  )
}

function WatchMenu({ watch, ...hands }: WatchHands & { readonly watch: WatchView }) {
  const { folder, isOn, counts } = watch
  return (
    <Menu position="bottom-end" width={260} shadow="md" trapFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={`More for ${baseNameOf(folder)}`}
        >
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSettings {...icon} />} onClick={() => hands.onEdit(watch)}>
          Change…
        </Menu.Item>
        <Menu.Item
          leftSection={isOn ? <IconPlayerPause {...icon} /> : <IconPlayerPlay {...icon} />}
          onClick={() => hands.onPause(watch)}
        >
          {isOn ? 'Pause' : 'Resume'}
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => hands.onLook(watch)}>
          Look now
        </Menu.Item>
        {counts.failed + counts.setAside > 0 && (
          <Menu.Item leftSection={<IconRotate {...icon} />} onClick={() => hands.onAgain(watch)}>
            Take failed files again
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconX {...icon} />}
          onClick={() => hands.onRemove(watch)}
        >
          Stop watching…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
