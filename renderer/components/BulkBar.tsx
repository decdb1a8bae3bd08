import { Button, Menu, Progress, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconChecks,
  IconChevronDown,
  IconFolderMinus,
  IconRefresh,
} from '@tabler/icons-react'
import type { ExportFormat } from '../../electron/contract.ts'
import type { BatchKind } from '../../electron/views.ts'
import type { Selection } from '../selectionOf.ts'
import { counted } from '../words.ts'
import classes from './BulkBar.module.css'
import { ExportItems } from './ExportItems.tsx'
import { Keys } from './Keys.tsx'

interface BulkBarProps {
  readonly selection: Selection
  readonly kind: BatchKind
  readonly templates: readonly { readonly name: string; readonly title: string }[]
  /** What goes on with them already. */
  readonly doing: { readonly words: string; readonly done: number; readonly all: number } | null
  readonly menu: 'type' | 'export' | null
  readonly onMenu: (menu: 'type' | 'export' | null) => void
  readonly onApprove: () => void
  readonly onType: (template: string) => void
  readonly onRetry: () => void
  readonly onExport: (format: ExportFormat) => void
  readonly onChooseExport: () => void
  readonly onRemove: () => void
  readonly onPutBack: () => void
  readonly onStop: () => void
  readonly onClear: () => void
}

const icon = { size: 15, stroke: 1.8 } as const
const down = <IconChevronDown {...icon} />

const figure = (count: number) => count.toLocaleString('en')

/** What can be done with all selected documents at once; what cannot is not there, or says why. */
export function BulkBar(props: BulkBarProps) {
  const { selection, kind, templates, doing, menu, onMenu } = props
  const { rows, doubtful, documentIds, unread, removable, removed } = selection
  if (doing) return <Doing {...doing} onStop={props.onStop} />
  return (
    <section className={classes.bar} aria-label="Selected documents">
      <b role="status">{counted(rows, 'document')} selected</b>
      {kind !== 'read' && (
        <Button
          size="compact-sm"
          disabled={doubtful.length === 0}
          leftSection={<IconChecks {...icon} />}
          rightSection={<Keys command="table.approve" />}
          onClick={props.onApprove}
        >
          {doubtful.length === 0 ? 'None needs review' : `Approve ${figure(doubtful.length)}`}
        </Button>
      )}
      {kind !== 'read' && documentIds.length > 0 && (
        <Menu
          position="bottom-start"
          width={260}
          shadow="md"
          trapFocus
          opened={menu === 'type'}
          onChange={(isOpen) => onMenu(isOpen ? 'type' : null)}
        >
          <Menu.Target>
            <Tooltip label="Find their values anew as another type (Alt+T)">
              <Button size="compact-sm" variant="default" rightSection={down}>
                Set type
              </Button>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Find the values of {figure(documentIds.length)} anew as</Menu.Label>
            {templates.map(({ name, title }) => (
              <Menu.Item key={name} onClick={() => props.onType(name)}>
                {title}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={() => props.onType('auto')}>The likeliest by their pages</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {unread.length > 0 && (
        <Tooltip label="Try those again that failed or were cancelled (Alt+R)">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh {...icon} />}
            onClick={props.onRetry}
          >
            Retry {figure(unread.length)}
          </Button>
        </Tooltip>
      )}
      <Menu
        position="bottom-start"
        width={240}
        shadow="md"
        trapFocus
        opened={menu === 'export'}
        onChange={(isOpen) => onMenu(isOpen ? 'export' : null)}
      >
        <Menu.Target>
          <Tooltip label="Export these alone (Ctrl+E)">
            <Button size="compact-sm" variant="default" rightSection={down}>
              Export {figure(rows)}
            </Button>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{counted(rows, 'document')}, and nothing else</Menu.Label>
          <ExportItems
            kind={kind}
            hasKeys={false}
            onExport={props.onExport}
            onChoose={props.onChooseExport}
          />
        </Menu.Dropdown>
      </Menu>
      {removed.length > 0 && (
        <Tooltip label="As they were (Alt+B)">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={props.onPutBack}
          >
            Put back {figure(removed.length)}
          </Button>
        </Tooltip>
      )}
      {removed.length < rows && (
        <Tooltip label={whyNot(selection) ?? 'Your files stay where they are (Del)'}>
          <Button
            size="compact-sm"
            variant="default"
            aria-disabled={removable.length === 0}
            {...(removable.length === 0 && { 'data-disabled': true })}
            leftSection={<IconFolderMinus {...icon} />}
            onClick={props.onRemove}
          >
            Remove from batch
          </Button>
        </Tooltip>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={props.onClear}>
        Select none
      </Button>
    </section>
  )
}

/** Why nothing, or not all, can be removed. */
export function whyNot({ partly, running }: Selection): string | null {
  const reasons = [
    ...(running > 0 ? [`${counted(running, 'file')} being read`] : []),
    ...(partly > 0 ? [`${counted(partly, 'file')} with documents that are not selected`] : []),
  ]
  return reasons.length > 0 ? `Not removed: ${reasons.join(', ')}` : null
}

function Doing({
  words,
  done,
  all,
  onStop,
}: NonNullable<BulkBarProps['doing']> & Pick<BulkBarProps, 'onStop'>) {
  const sentence = `${words}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`
  return (
    <section className={classes.bar} aria-label="Selected documents">
      <b>{sentence}</b>
      <Progress
        className={classes.progress}
        value={(100 * done) / Math.max(1, all)}
        aria-label={words}
      />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        Stop
      </Button>
    </section>
  )
}
