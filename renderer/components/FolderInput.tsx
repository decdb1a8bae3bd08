import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../client.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { FolderBrowser } from '../views/FolderBrowser.tsx'
import classes from './FolderInput.module.css'

interface FolderInputProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (path: string) => void
  readonly description?: string
  readonly takesFocus?: boolean
}

/** A folder, typed or chosen: by the dialog of the host where it has one. */
export function FolderInput({ label, placeholder, value, onChange, ...more }: FolderInputProps) {
  const { app } = useAppStore()
  const [isBrowsing, setBrowsing] = useState(false)

  const choose = async () => {
    if (app?.dialogs) {
      const chosen = await client.call('host.chooseFolder', {})
      if (chosen.ok && chosen.value) onChange(chosen.value)
      return
    }
    void useFolderStore.getState().reopen()
    setBrowsing(true)
  }

  return (
    <div className={classes.row}>
      <TextInput
        size="sm"
        className={classes.input}
        label={label}
        {...(more.description !== undefined && { description: more.description })}
        placeholder={placeholder}
        value={value}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={more.takesFocus || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button variant="default" aria-label={`Choose: ${label}`} onClick={choose}>
        Choose…
      </Button>
      <FolderBrowser
        opened={isBrowsing}
        purpose="folder"
        onClose={() => setBrowsing(false)}
        onChoose={([path]) => {
          setBrowsing(false)
          if (path) onChange(path)
        }}
      />
    </div>
  )
}
