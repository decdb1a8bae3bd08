import { Button, Loader, Modal } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import type { Failure, PreflightReport } from '../../electron/contract.ts'
import { DraftOptions } from '../components/DraftOptions.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { PreflightDuplicates } from '../components/PreflightDuplicates.tsx'
import { PreflightFigures } from '../components/PreflightFigures.tsx'
import { PreflightProblems } from '../components/PreflightProblems.tsx'
import { UnlockNotice } from '../components/UnlockNotice.tsx'
import { go } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { usePreflightStore } from '../stores/preflightStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import classes from './PreflightSheet.module.css'

interface PreflightSheetProps {
  /** Files hover over the window: let go, they join the draft. */
  readonly isOver: boolean
  /** More files are on their way. */
  readonly isJoining: boolean
  /** Why some that were dropped could not join. */
  readonly refusal: Failure | null
}

/** What would be read, what not and why, while it is being found out; and the one decision. */
export function PreflightSheet({ isOver, isJoining, refusal }: PreflightSheetProps) {
  const { batchId, report, choice, failure, isStarting, decide, start, discard } =
    usePreflightStore()
  const unlock = useBatchesStore((state) => state.unlock)
  const app = useAppStore((state) => state.app)

  const passwordBox = useRef<HTMLInputElement>(null)
  useShortcuts({ 'batch.unlock': () => passwordBox.current?.focus() }, { inDialog: true })

  const giveUp = async () => {
    await discard()
    go({ view: 'home' })
  }
  const startOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !hasOwnEnter(event.target)) void start()
  }
  const tryPassword = async (password: string) => {
    const result = await unlock(batchId ?? '', password)
    if (result.ok) return result.value
    showFailure(result.error)
    return null
  }
  const isRefused = report !== null && report.refusals.length > 0

  return (
    <Modal
      opened
      onClose={giveUp}
      title={report ? `Read “${report.name}”?` : 'Read these files?'}
      size={760}
      centered
      padding={0}
      closeOnClickOutside={false}
      withCloseButton={false}
      classNames={{ header: classes.header ?? '', body: classes.whole ?? '' }}
      onKeyDown={startOnEnter}
    >
      <div className={classes.body}>
        {isOver && <Notice tone="idle">Let go to add these to the batch</Notice>}
        {refusal && <Notice tone="bad">{refusal.message}</Notice>}
        {report ? (
          <>
            <PreflightFigures report={report} />
            {report.refusals.map(({ code, message }) => (
              <Notice key={code + message} tone="bad">
                {message}
              </Notice>
            ))}
            {failure && !isRefused && <Notice tone="bad">{failure.message}</Notice>}
            {report.locked > 0 && (
              <UnlockNotice ref={passwordBox} locked={report.locked} onTry={tryPassword} />
            )}
            <PreflightProblems groups={report.willNot} />
            <PreflightDuplicates
              duplicates={report.duplicates}
              isLeftOut={choice?.leaveOutDuplicates ?? false}
              onLeaveOut={(leaveOutDuplicates) => decide({ leaveOutDuplicates })}
            />
          </>
        ) : failure ? (
          <Notice tone="bad">{failure.message}</Notice>
        ) : (
          <Loader size={20} aria-label="Looking into the files" />
        )}
        {choice && (
          <form
            className={classes.options}
            onSubmit={(event) => {
              event.preventDefault()
              void start()
            }}
          >
            <DraftOptions
              choice={choice}
              forecast={report?.forecast ?? null}
              templates={app?.templates ?? []}
              languages={app?.languages ?? []}
              onChange={decide}
            />
            <button type="submit" hidden />
          </form>
        )}
      </div>
      <footer className={classes.footer}>
        <span className={classes.sum} role="status">
          {isJoining ? 'Adding what was dropped…' : report && wordsFor(report)}
        </span>
        <Button
          variant="default"
          onClick={giveUp}
          rightSection={<Keys command="preflight.discard" />}
        >
          Discard
        </Button>
        <Button
          data-autofocus
          onClick={start}
          loading={isStarting}
          aria-disabled={isRefused || !report}
          {...((isRefused || !report) && { 'data-disabled': true })}
          rightSection={<Keys command="preflight.start" />}
        >
          Start reading
        </Button>
      </footer>
    </Modal>
  )
}

/** What answers Enter in its own way: buttons, links, folded lists, forms with a button of theirs. */
function hasOwnEnter(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, form') !== null
}

function wordsFor({ isWhole, inspected, files, refusals }: PreflightReport): string {
  if (!isWhole)
    return `Looking into the files: ${inspected.toLocaleString('en')} of ${files.toLocaleString('en')}`
  return refusals.length > 0 ? 'This cannot start.' : 'Nothing was read yet.'
}
