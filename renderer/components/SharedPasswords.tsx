import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { counted } from '../words.ts'
import classes from './SharedPasswords.module.css'

interface SharedPasswordsProps {
  /** How many are known. */
  readonly count: number
  /** null: all are to be forgotten. */
  readonly onPassword: (password: string | null) => void
}

/** Passwords that are tried on every batch. They are kept in memory alone, and so nobody can be shown them. */
export function SharedPasswords({ count, onPassword }: SharedPasswordsProps) {
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return
    onPassword(password)
    setPassword('')
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <PasswordInput
        className={classes.input}
        label="Try this password on every locked file"
        description="Kept in memory until Sheaf is closed, and never written anywhere."
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={password === ''}>
        Remember
      </Button>
      <p className={classes.known} role="status">
        {count === 0 ? 'None is remembered.' : `${counted(count, 'password')} remembered.`}
        {count > 0 && (
          <button type="button" className={classes.forget} onClick={() => onPassword(null)}>
            Forget {count === 1 ? 'it' : 'them'}
          </button>
        )}
      </p>
    </form>
  )
}
