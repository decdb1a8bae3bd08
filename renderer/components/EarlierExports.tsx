import { Button } from '@mantine/core'
import type { Output } from '../../electron/contract.ts'
import { baseNameOf, whenOf } from '../format.ts'
import { counted } from '../words.ts'
import classes from './EarlierExports.module.css'

interface EarlierExportsProps {
  /** null while they are looked up. */
  readonly exports: Output<'export.list'> | null
  readonly isWriting: boolean
  readonly onRepeat: (exportId: number) => void
}

/** What was written of a batch, the newest first; each can be written again as it was asked for. */
export function EarlierExports({ exports, isWriting, onRepeat }: EarlierExportsProps) {
  if (exports === null) return <p className={classes.none}>Looking them up…</p>
  if (exports.length === 0)
    return <p className={classes.none}>Nothing of this batch was written yet.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too.
    <ul className={classes.list} aria-label="Earlier exports" tabIndex={0}>
      {exports.map((one) => (
        <li key={one.id} className={classes.row}>
          <span className={classes.words}>
            <b title={one.path}>{baseNameOf(one.path)}</b>
            <small>
              {[
                whenOf(one.at),
                counted(one.documents, 'document'),
                ...(one.isPartial ? ['partial'] : []),
                ...layoutWords(one.options.layout),
                ...(one.isThere ? [] : ['not there any more']),
              ].join(' · ')}
            </small>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isWriting}
            aria-label={`Repeat ${baseNameOf(one.path)}`}
            onClick={() => onRepeat(one.id)}
          >
            Repeat
          </Button>
        </li>
      ))}
    </ul>
  )
}

function layoutWords(layout: Output<'export.list'>[number]['options']['layout']): string[] {
  if (!layout) return []
  const name = typeof layout === 'string' ? layout : layout.name
  return typeof name === 'string' ? [`columns of “${name}”`] : []
}
