import { Checkbox } from '@mantine/core'
import { IconCopy, IconHistory } from '@tabler/icons-react'
import type { PreflightReport } from '../../electron/contract.ts'
import { counted } from '../words.ts'
import classes from './PreflightLines.module.css'
import { FileLine, MoreLine } from './PreflightLines.tsx'

type Pair = PreflightReport['duplicates']['pairs'][number]

interface PreflightDuplicatesProps {
  readonly duplicates: PreflightReport['duplicates']
  readonly isLeftOut: boolean
  readonly onLeaveOut: (isLeftOut: boolean) => void
}

const atAGlance = 3

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
            words={`${here.toLocaleString('en')} of these files are the same as others`}
            icon={IconCopy}
            files={here}
            pairs={inBatch}
          />
          <Checkbox
            size="xs"
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
          words={`${counted(before, 'file was', 'files were')} in earlier batches`}
          icon={IconHistory}
          files={before}
          pairs={known}
        />
      )}
    </section>
  )
}

interface PairsProps {
  readonly words: string
  readonly icon: typeof IconCopy
  readonly files: number
  readonly pairs: readonly Pair[]
}

function Pairs({ words, icon, files, pairs }: PairsProps) {
  if (files <= atAGlance)
    return pairs.map((pair) => (
      <FileLine key={pair.itemId} icon={icon} tone="idle">
        <PairWords pair={pair} />
      </FileLine>
    ))
  return (
    <details>
      <FileLine as="summary" icon={icon} tone="idle">
        {words}
      </FileLine>
      <ul className={classes.list}>
        {pairs.map((pair) => (
          <li key={pair.itemId}>
            <PairWords pair={pair} />
          </li>
        ))}
        <MoreLine all={files} shown={pairs.length} />
      </ul>
    </details>
  )
}

function PairWords({ pair }: { readonly pair: Pair }) {
  return (
    <>
      <span title={pair.path}>{pair.filename}</span>{' '}
      <span className={classes.why}>{pair.sentence}</span>
    </>
  )
}
