import { Button, Checkbox, Loader } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import type { TrialValue } from '../../electron/views.ts'
import { client } from '../client.ts'
import { BenchDocument } from '../components/BenchDocument.tsx'
import { BenchPicker } from '../components/BenchPicker.tsx'
import { BlankState } from '../components/BlankState.tsx'
import { Notice } from '../components/Notice.tsx'
import { hrefOf } from '../router.ts'
import { useBenchStore } from '../stores/benchStore.ts'
import { counted } from '../words.ts'
import classes from './TestBench.module.css'

interface TestBenchProps {
  readonly hasFields: boolean
  readonly onPage: (documentId: string, field: TrialValue) => void
}

/** What the draft would find on documents that were read before, beside what the saved version finds. */
export function TestBench({ hasFields, onPage }: TestBenchProps) {
  const { search, choices, chosen, trials, isLooking, failure, shown, onlyChanged, ...bench } =
    useBenchStore()
  const isEmpty = choices?.length === 0 && search === '' && chosen.length === 0
  // What is wrong with the draft stands beside its place.
  const isBroken = failure?.code === 'template_invalid' && hasFields
  const filenameOf = (documentId: string) =>
    chosen.find((document) => document.documentId === documentId)?.filename ?? ''
  return (
    <div className={classes.bench}>
      <div className={classes.head}>
        <h2 className={classes.heading}>Test bench</h2>
        <span role="status" className={classes.state}>
          {isLooking ? (
            <>
              <Loader size={13} /> Looking…
            </>
          ) : (
            trials.length > 0 &&
            failure === null &&
            `Up to date with the draft on ${counted(trials.length, 'document')}`
          )}
        </span>
      </div>
      {isEmpty ? (
        <BlankState
          icon={<IconFlask size={26} stroke={1.6} />}
          title="No documents to try it on yet"
          actions={
            <Button component="a" variant="default" href={hrefOf({ view: 'home' })}>
              Read some documents
            </Button>
          }
        >
          The bench tries a template on documents that Sheaf has read. Read a few of the type that
          you want first, with any template; they are not read again here.
        </BlankState>
      ) : (
        <>
          <BenchPicker
            search={search}
            choices={choices}
            chosen={chosen}
            onSearch={bench.find}
            onChoose={bench.choose}
            onLeaveOut={bench.leaveOut}
          />
          {chosen.length === 0 && (
            <p className={classes.words}>
              Choose a few documents above, and see here what the draft finds on them as you type.
            </p>
          )}
          {chosen.length > 0 && !hasFields && (
            <p className={classes.words}>Add a field to see what is found for it.</p>
          )}
        </>
      )}
      {isBroken && (
        <Notice tone="idle">
          The draft cannot be tried while it has problems.
          {trials.length > 0 && ' What is shown is from before.'}
        </Notice>
      )}
      {failure && failure.code !== 'template_invalid' && (
        <Notice tone="bad">{failure.message}</Notice>
      )}
      {bench.name !== null && trials.length > 0 && (
        <Checkbox
          size="xs"
          label="Show only what is other than in the saved version"
          checked={onlyChanged}
          onChange={({ currentTarget }) => bench.narrow(currentTarget.checked)}
        />
      )}
      <div className={classes.trials} aria-busy={isLooking} data-looking={isLooking || undefined}>
        {hasFields &&
          trials.map((trial) => (
            <BenchDocument
              key={trial.documentId}
              trial={trial}
              shown={shown?.documentId === trial.documentId ? shown.field : null}
              onlyChanged={onlyChanged && bench.name !== null}
              filename={filenameOf(trial.documentId)}
              srcOf={client.pageUrl}
              onShow={(field) =>
                bench.show(field === null ? null : { documentId: trial.documentId, field })
              }
              onPage={(field) => onPage(trial.documentId, field)}
            />
          ))}
      </div>
    </div>
  )
}
