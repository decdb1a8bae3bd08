import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { type LayoutDraft, withRows } from '../layoutDraft.ts'
import { rowChoices } from '../layoutWords.ts'
import classes from './LayoutView.module.css'

/** What holds for a layout as a whole: its name, what a row is, and which rows there are. */
export function LayoutSettings({
  draft,
  nameInput,
  edit,
}: {
  readonly draft: LayoutDraft
  readonly nameInput: RefObject<HTMLInputElement | null>
  readonly edit: (change: (now: LayoutDraft) => LayoutDraft) => void
}) {
  return (
    <div className={classes.settings}>
      <TextInput
        ref={nameInput}
        label="Name"
        placeholder="Such as Monthly booking"
        maxLength={80}
        value={draft.name}
        className={classes.name}
        onChange={({ currentTarget: { value } }) => edit((now) => ({ ...now, name: value }))}
      />
      <div>
        <span className={classes.label} id="layout-rows">
          One row is
        </span>
        <SegmentedControl
          aria-labelledby="layout-rows"
          data={[...rowChoices]}
          value={draft.rows}
          onChange={(rows) => edit((now) => withRows(now, rows))}
        />
      </div>
      <div className={classes.switches}>
        <Switch
          label="First row says what the columns are"
          checked={draft.header}
          onChange={({ currentTarget: { checked } }) =>
            edit((now) => ({ ...now, header: checked }))
          }
        />
        <Switch
          label="Rows for files that gave no document"
          checked={draft.unread}
          onChange={({ currentTarget: { checked } }) =>
            edit((now) => ({ ...now, unread: checked }))
          }
        />
      </div>
    </div>
  )
}
