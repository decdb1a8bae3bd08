import {
  Button,
  Checkbox,
  PasswordInput,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../electron/contract.ts'
import type { Hook } from '../../electron/views.ts'
import classes from './AddHook.module.css'
import { Notice } from './Notice.tsx'

const kinds = [
  { value: 'run', label: 'Run a command' },
  { value: 'post', label: 'Tell an address' },
] as const

/** The button that opened it is gone: keys go on in the form. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLInputElement>('input:checked')?.focus()
}

interface AddHookProps {
  /** Why it was not added; null: it was. */
  readonly onAdd: (hook: Hook) => Promise<Failure | null>
  readonly onClose: () => void
}

/** A command with an argument a line, or an address; one that is elsewhere asks for a second look. */
export function AddHook({ onAdd, onClose }: AddHookProps) {
  const [kind, setKind] = useState<Hook['kind']>('run')
  const [lines, setLines] = useState('')
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [leavesMachine, setLeavesMachine] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const command = lines.split('\n').filter((line) => line !== '')
  const isEmpty = kind === 'run' ? command.length === 0 : url.trim() === ''
  const isElsewhere = failure?.code === 'address_public'

  const hook: Hook =
    kind === 'run'
      ? { kind, command }
      : { kind, url: url.trim(), secret: secret === '' ? null : secret, leavesMachine }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty || isBusy) return
    setIsBusy(true)
    const refused = await onAdd(hook)
    setIsBusy(false)
    setFailure(refused)
    if (!refused) onClose()
  }
  const changeUrl = (text: string) => {
    setUrl(text)
    setLeavesMachine(false)
    setFailure(null)
  }

  return (
    <form
      ref={focusFirst}
      onSubmit={submit}
      className={classes.form}
      aria-label="Add what happens after a batch"
    >
      <SegmentedControl
        className={classes.kind}
        aria-label="What happens"
        data={[...kinds]}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen)
          setFailure(null)
        }}
      />
      {kind === 'run' ? (
        <Textarea
          label="The program, then one argument a line"
          description="It runs as you, without a shell: nothing in an argument is special but {batch_id}, {status}, {reference}, {name} and {export}. It is told more as JSON on its standard input."
          placeholder={'/usr/local/bin/book\n--file\n{export}'}
          autosize
          minRows={3}
          spellCheck={false}
          value={lines}
          onChange={({ currentTarget }) => setLines(currentTarget.value)}
        />
      ) : (
        <>
          <TextInput
            label="Address"
            description="It is sent the batch’s id, reference, status, counts and the paths of its export as JSON; nothing that stands in documents."
            placeholder="http://127.0.0.1:8080/sheaf"
            autoComplete="off"
            spellCheck={false}
            value={url}
            onChange={({ currentTarget }) => changeUrl(currentTarget.value)}
          />
          <PasswordInput
            label="Secret (optional)"
            description="Signs each message (X-Sheaf-Signature), so that the receiver knows it is from here. It is not shown again."
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
            value={secret}
            onChange={({ currentTarget }) => setSecret(currentTarget.value)}
          />
        </>
      )}
      {failure && <Notice tone={isElsewhere ? 'look' : 'bad'}>{failure.message}</Notice>}
      {isElsewhere && (
        <Checkbox
          label="It may leave this machine"
          checked={leavesMachine}
          onChange={({ currentTarget }) => setLeavesMachine(currentTarget.checked)}
        />
      )}
      <div className={classes.acts}>
        <Button
          type="submit"
          loading={isBusy}
          disabled={isEmpty || (isElsewhere && !leavesMachine)}
        >
          Add
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
