import { Button, PasswordInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type FormEvent, type Ref, useState } from 'react'
import type { Output } from '../../electron/contract.ts'
import { counted } from '../words.ts'
import { Keys } from './Keys.tsx'
import classes from './UnlockNotice.module.css'

type Unlocked = Output<'batch.unlock'>

interface UnlockNoticeProps {
  /** Files that wait for a password. */
  readonly locked: number
  /** Tries a password on all of them; null when that could not be done. */
  readonly onTry: (password: string) => Promise<Unlocked | null>
  readonly ref?: Ref<HTMLInputElement>
}

/** Asks once for all locked files of a batch; a password that opens none of them costs nothing. */
export function UnlockNotice({ locked, onTry, ref }: UnlockNoticeProps) {
  const [password, setPassword] = useState('')
  const [isTrying, setIsTrying] = useState(false)
  const [tried, setTried] = useState<Unlocked | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || isTrying) return
    setIsTrying(true)
    const result = await onTry(password)
    setIsTrying(false)
    setTried(result)
    if (result && result.opened > 0) setPassword('')
  }

  const isWrong = tried !== null && tried.opened === 0
  return (
    <form className={classes.notice} aria-label="Locked files" onSubmit={submit}>
      <IconLock size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <p className={classes.words} role="status">
        <strong>{counted(locked, 'file needs', 'files need')} a password.</strong>{' '}
        <span data-wrong={isWrong || undefined}>{wordsAfter(tried, locked)}</span>
      </p>
      <div className={classes.entry}>
        <PasswordInput
          ref={ref}
          size="sm"
          className={classes.password}
          aria-label="Password"
          placeholder="Password"
          leftSection={password === '' && <Keys command="batch.unlock" />}
          leftSectionWidth={password === '' ? 38 : undefined}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          value={password}
          error={isWrong}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
            if (isWrong) setTried(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.currentTarget.blur()
          }}
        />
        <Button type="submit" size="sm" variant="default" loading={isTrying}>
          Open
        </Button>
      </div>
    </form>
  )
}

function wordsAfter(tried: Unlocked | null, locked: number): string {
  if (tried === null)
    return locked === 1
      ? 'It is tried on every file and never stored.'
      : 'One is tried on all of them and never stored.'
  if (tried.opened === 0) return 'That one opens none of them.'
  const others = locked === 1 ? 'the other one needs' : 'the others need'
  return `${counted(tried.opened, 'file was', 'files were')} opened; ${others} another.`
}
