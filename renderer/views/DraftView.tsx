import { client } from '../client.ts'
import { droppedFiles } from '../droppedFiles.ts'
import { useIntakeStore } from '../stores/intakeStore.ts'
import { useFileDrop } from '../useFileDrop.ts'
import classes from './DraftView.module.css'
import { HomeView } from './HomeView.tsx'
import { PreflightSheet } from './PreflightSheet.tsx'

/**
 * A draft lies on the desk where it was dropped: what reading it would mean, and one decision. What is dropped
 * now, on the sheet or beside it, joins it.
 */
export function DraftView({ batchId }: { readonly batchId: string }) {
  const { phase, failure, joinFiles } = useIntakeStore()
  const { isOver, handlers } = useFileDrop(
    (dropped) => void joinFiles(batchId, droppedFiles(dropped, client.knowsPaths)),
  )
  return (
    // The sheet is drawn elsewhere in the page; its events come this way all the same.
    <div className={classes.draft} {...handlers}>
      <HomeView isBehindDraft />
      <PreflightSheet isOver={isOver} isJoining={phase !== 'idle'} refusal={failure} />
    </div>
  )
}
