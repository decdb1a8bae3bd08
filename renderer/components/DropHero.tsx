import { Button, Loader } from '@mantine/core'
import { IconFiles, IconFolderOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Upload } from '../client.ts'
import classes from './DropHero.module.css'
import { DropPicture } from './DropPicture.tsx'
import { Keys } from './Keys.tsx'

interface DropHeroProps {
  /** Tall with a picture on an empty home, a calm strip above past batches. */
  readonly tall: boolean
  readonly isOver: boolean
  readonly phase: 'idle' | 'copying' | 'starting'
  readonly upload: Upload | null
  readonly onFolder: () => void
  readonly onFiles: () => void
  /** Present where samples can be tried. */
  readonly onSamples: (() => void) | null
  readonly children: ReactNode
}

/** The place where a batch begins. */
export function DropHero(props: DropHeroProps) {
  const { tall, isOver, phase, upload, onFolder, onFiles, onSamples, children } = props
  return (
    <section
      className={classes.hero}
      data-tall={tall || undefined}
      data-over={isOver || undefined}
      aria-label="New batch"
      aria-busy={phase !== 'idle'}
    >
      <DropPicture />
      <div className={classes.body}>
        {phase === 'idle' ? (
          <>
            <h1 className={classes.title}>
              {isOver ? 'Let go to start reading' : 'Drop a folder of documents here'}
            </h1>
            <p className={classes.words}>
              Invoices, receipts, bank statements, orders and forms, as PDFs, scans or photos.
              Nothing leaves this computer.
            </p>
          </>
        ) : (
          <Busy phase={phase} upload={upload} />
        )}
        <div className={classes.buttons}>
          <Button
            leftSection={<IconFolderOpen size={17} stroke={1.8} />}
            rightSection={<Keys command="home.folder" />}
            onClick={onFolder}
            disabled={phase !== 'idle'}
          >
            Choose folder…
          </Button>
          <Button
            variant="default"
            leftSection={<IconFiles size={17} stroke={1.8} />}
            rightSection={<Keys command="home.files" />}
            onClick={onFiles}
            disabled={phase !== 'idle'}
          >
            Choose files…
          </Button>
          {onSamples && (
            <Button
              variant="subtle"
              rightSection={<Keys command="home.samples" />}
              onClick={onSamples}
              disabled={phase !== 'idle'}
            >
              Try it with samples
            </Button>
          )}
        </div>
        {children}
      </div>
    </section>
  )
}

function Busy({ phase, upload }: { phase: 'copying' | 'starting'; upload: Upload | null }) {
  const count = upload && upload.total > 0 ? ` ${upload.done} of ${upload.total} files` : ''
  return (
    <div role="status">
      <h1 className={classes.title}>
        <Loader size={20} mr={10} />
        {phase === 'copying' ? `Copying${count}…` : 'Looking through the files…'}
      </h1>
      <p className={classes.words}>
        {phase === 'copying'
          ? 'A browser does not tell where files lie, so Sheaf keeps a copy of them.'
          : 'Sheaf opens every file once to see what it is and how many pages it has.'}
      </p>
    </div>
  )
}
