import { Button } from '@mantine/core'
import { hrefOf } from '../router.ts'
import { Keys } from './Keys.tsx'
import classes from './NoFields.module.css'

interface NoFieldsProps {
  /** Then nothing can be found, whatever the document is. */
  readonly hasNoText: boolean
  readonly onSetType: () => void
}

/** A document without fields says why, and which keys go on from there. */
export function NoFields({ hasNoText, onSetType }: NoFieldsProps) {
  if (hasNoText)
    return (
      <p className={classes.nothing}>
        Read it again in another way with <Keys command="document.readAgain" />, or reject it with{' '}
        <Keys command="document.reject" />.
      </p>
    )
  return (
    <div className={classes.nothing}>
      <p className={classes.words}>
        No template fits this document, so there are no fields to show. Say what it is, and its
        values are found at once.
      </p>
      <Button
        variant="default"
        rightSection={<Keys command="document.setType" />}
        onClick={onSetType}
      >
        Set its type
      </Button>
      <a className={classes.link} href={hrefOf({ view: 'template', name: null })}>
        Make a template for it
      </a>
    </div>
  )
}
