import { Checkbox } from '@mantine/core'
import { IconCopy, IconHistory } from '@tabler/icons-react'
import type { PreflightReport } from '../../electron/contract.ts'
import { counted } from '../words.ts'
import classes from './PreflightLists.module.css'

interface PreflightDuplicatesProps {
  readonly duplicates: PreflightReport['duplicates']
  readonly isLeftOut: boolean
  readonly onLeaveOut: (isLeftOut: boolean) => void
}

const atAGlance = 6

/** Files that are the same as another one, each beside it, with the reason. */
export function PreflightDuplicates(props: PreflightDuplicatesProps) {
  const { here, before, pairs } = props.duplicates
  if (here + before === 0) return null
  const inBatch = pairs.filter(({ kind }) => kind === 'same_content')
  const known = pairs.filter(({ kind }) => kind !== 'same_content')
  return (
    <section aria-labelledby="duplicates-title" className={classes.section}>
      <h3 id="duplicates-title" className={classes.heading}>
        Seen before
      </h3>
      {here > 0 && (
        <>
          <Pairs
            words={`${counted(here, 'duplicate')} among these files`}
            files={here}
            pairs={inBatch}
          />
          <Checkbox
            size="sm"
            className={classes.choice}
            label={
              here === 1
                ? 'Leave the duplicate out'
                : `Leave the ${here.toLocaleString('en')} duplicates out`
            }
            checked={props.isLeftOut}
            onChange={(event) => props.onLeaveOut(event.currentTarget.checked)}
          />
        </>
      )}
      {before > 0 && (
        <Pairs
          isKnown
          words={`${counted(before, 'file')} of earlier batches`}
          files={before}
          pairs={known}
        />
      )}
    </section>
  )
}

interface PairsProps {
  readonly words: string
  readonly files: number
  readonly pairs: PreflightReport['duplicates']['pairs']
  readonly isKnown?: boolean
}

function Pairs({ words, files, pairs, isKnown = false }: PairsProps) {
  const Icon = isKnown ? IconHistory : IconCopy
  return (
    <details className={classes.group} open={files <= atAGlance}>
      <summary data-tone="idle">
        <Icon size={17} stroke={1.8} aria-hidden />
        <span>{words}</span>
      </summary>
      <ul>
        {pairs.map(({ itemId, filename, path, sentence }) => (
          <li key={itemId} title={path}>
            {filename} <span className={classes.why}>{sentence}</span>
          </li>
        ))}
        {files > pairs.length && <li>and {(files - pairs.length).toLocaleString('en')} more</li>}
      </ul>
    </details>
  )
}
