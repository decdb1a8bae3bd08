import { Button, Checkbox, Loader, Modal } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import type { Comparison } from '../../electron/views.ts'
import { CorrectionRow } from '../components/CorrectionRow.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { RoundTripNotices } from '../components/RoundTripNotices.tsx'
import { whenOf } from '../format.ts'
import { go } from '../router.ts'
import { showBulk } from '../showBulk.tsx'
import { useRoundTripStore } from '../stores/roundTripStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './RoundTripDialog.module.css'

/** An export that came back corrected, beside what Sheaf says; what is ticked is taken over. */
export function RoundTripDialog() {
  const { phase, comparison, failure, close } = useRoundTripStore()
  return (
    <Modal
      opened={phase !== 'closed'}
      onClose={close}
      title={comparison ? `Corrections from “${comparison.file}”` : 'Corrections from a file'}
      size={980}
      centered
      padding={0}
      classNames={{ header: classes.header ?? '', body: classes.whole ?? '' }}
    >
      {phase === 'comparing' && (
        <p className={classes.waiting} role="status">
          <Loader size={18} aria-hidden /> Comparing the file with what Sheaf has…
        </p>
      )}
      {phase === 'failed' && failure && (
        <>
          <div className={classes.body}>
            <Notice tone="bad">{failure.message}</Notice>
          </div>
          <footer className={classes.footer}>
            <Button onClick={close} data-autofocus>
              Close
            </Button>
          </footer>
        </>
      )}
      {comparison && <Compared comparison={comparison} />}
    </Modal>
  )
}

/** As many rows as are drawn at once; more come when they are asked for. */
const step = 200

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { chosen, phase, choose, apply, close } = useRoundTripStore()
  const [most, setMost] = useState(step)
  const { corrections, batchId, batchName, exportedAt, kept, notices } = comparison
  const conflicts = corrections.filter(({ isConflict }) => isConflict).length
  const take = async () => {
    const outcome = await apply()
    if (!outcome) return
    go({ view: 'batch', id: batchId })
    showBulk(outcome, { done: `${counted(outcome.done, 'correction')} applied` })
  }
  const toggle = (index: number) => {
    const next = new Set(chosen)
    if (!next.delete(index)) next.add(index)
    choose(next)
  }
  const all = new Set(corrections.keys())
  useShortcuts({ 'roundTrip.apply': () => void take() }, { inDialog: true })

  return (
    <>
      <div className={classes.body}>
        <p className={classes.about}>
          An export of “{batchName}”{exportedAt && ` · ${whenOf(exportedAt)}`} ·{' '}
          {counted(comparison.values, 'value')} of {counted(comparison.documents, 'document')}{' '}
          compared.
          {kept > 0 && ` ${counted(kept, 'value')} changed only in Sheaf since; they stay.`}
        </p>
        {conflicts > 0 && (
          <Notice tone="look">
            {counted(conflicts, 'value was', 'values were')} changed in Sheaf, too, since the
            export. Tick those where the file is right.
          </Notice>
        )}
        <RoundTripNotices notices={notices} />
        {corrections.length === 0 ? (
          <p className={classes.none}>
            The file says what Sheaf says. There is nothing to take over.
          </p>
        ) : (
          <div className={classes.frame}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Checkbox
                      size="xs"
                      aria-label="All corrections"
                      checked={chosen.size === corrections.length}
                      indeterminate={chosen.size > 0 && chosen.size < corrections.length}
                      onChange={() => choose(chosen.size === corrections.length ? new Set() : all)}
                    />
                  </th>
                  <th scope="col">Where</th>
                  <th scope="col">In Sheaf</th>
                  <th scope="col">In the file</th>
                </tr>
              </thead>
              <tbody>
                {corrections.slice(0, most).map((correction, index) => (
                  <CorrectionRow
                    key={index}
                    correction={correction}
                    isChosen={chosen.has(index)}
                    onToggle={() => toggle(index)}
                  />
                ))}
              </tbody>
            </table>
            {corrections.length > most && (
              <Button variant="subtle" fullWidth onClick={() => setMost(most + step)}>
                Show {Math.min(step, corrections.length - most)} more of {corrections.length}
              </Button>
            )}
          </div>
        )}
      </div>
      <footer className={classes.footer}>
        <span className={classes.sum} role="status">
          {corrections.length > 0 && `${chosen.size} of ${corrections.length} ticked`}
        </span>
        <Button
          variant="default"
          onClick={close}
          {...(corrections.length === 0 && { 'data-autofocus': true })}
        >
          {corrections.length === 0 ? 'Close' : 'Cancel'}
        </Button>
        {corrections.length > 0 && (
          <Button
            data-autofocus
            leftSection={<IconChecks size={17} stroke={1.8} />}
            rightSection={<Keys command="roundTrip.apply" />}
            loading={phase === 'applying'}
            disabled={chosen.size === 0}
            onClick={take}
          >
            Apply {counted(chosen.size, 'correction')}
          </Button>
        )}
      </footer>
    </>
  )
}
