import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './CopyLine.module.css'

interface CopyLineProps {
  readonly label: string
  readonly value: string
  readonly words?: ReactNode
  readonly takesFocus?: boolean
}

/** A text that is to be put somewhere else, letter by letter, with a button that copies it. */
export function CopyLine({ label, value, words, takesFocus = false }: CopyLineProps) {
  return (
    <div className={classes.copy}>
      <span className={classes.label}>{label}</span>
      <div className={classes.line}>
        <code className={classes.value}>{value}</code>
        <CopyButton value={value} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-md"
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
              ref={takesFocus ? focusAtFirst : undefined}
              onClick={copy}
            >
              {copied ? 'Copied' : `Copy ${label.toLowerCase()}`}
            </Button>
          )}
        </CopyButton>
      </div>
      {words && <p className={classes.words}>{words}</p>}
    </div>
  )
}

/** One and the same function, so that it is called when the button comes and not at each drawing. */
function focusAtFirst(button: HTMLButtonElement | null): void {
  button?.focus()
}
