import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'

interface PasswordDialogProps {
  /** Why it is asked for; null: it is not. */
  readonly words: string | null
  readonly onPassword: (password: string) => void
  readonly onClose: () => void
}

/** Asks for the password of one file, which is kept in memory alone. */
export function PasswordDialog({ words, onPassword, onClose }: PasswordDialogProps) {
  return (
    <Modal
      opened={words !== null}
      onClose={onClose}
      title="This file is locked"
      centered
      size={460}
    >
      <PasswordForm words={words} onPassword={onPassword} onClose={onClose} />
    </Modal>
  )
}

function PasswordForm({ words, onPassword, onClose }: PasswordDialogProps) {
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== '') onPassword(password)
  }
  return (
    <form onSubmit={submit}>
      <Text size="sm" mb="sm" role="status">
        {words}
      </Text>
      <PasswordInput
        data-autofocus
        label="Password"
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={password === ''}>
          Read again
        </Button>
      </Group>
    </form>
  )
}
