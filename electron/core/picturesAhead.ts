import { access } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Core } from './core.ts'
import { listToSeeNext } from './db/reviewQueue.ts'
import { firstPicture } from './firstPicture.ts'
import { imageIdOf, previewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

/** Where a person is: a batch, and the document of it that is open. */
export interface Whereabouts {
  readonly batchId: string
  readonly documentId: string | null
}

export interface PicturesAhead {
  /** What comes after this is likely to be looked at next. */
  follow(where: Whereabouts): void
  close(): Promise<void>
}

/** Documents of which the first page is drawn before anybody looks: some 10 MB on the disk. */
const most = 100
/** So long nothing else was to be done (ms). */
const usualCalm = 400

/**
 * Draws the first pages of the documents that a person comes to next, while nothing else is to be done: one at a
 * time, and none while a batch is being read or the computer has to be spared.
 */
export function createPicturesAhead(
  core: Core,
  {
    isBusy,
    draw,
    calm = usualCalm,
  }: {
    readonly isBusy: () => boolean
    readonly draw: (imageId: string) => Promise<unknown>
    readonly calm?: number
  },
): PicturesAhead {
  const { db, dataDir, closing, events, throttle, log } = core
  let where: Whereabouts | null = null
  let isWorking = false
  let last: Promise<void> = Promise.resolve()
  const leave = events.listen((event) => {
    if (event.name === 'batch.changed' && event.payload.lifecycle === 'finished')
      follow({ batchId: event.payload.id, documentId: null })
  })
  const mayDraw = () => !closing.aborted && !isBusy() && throttle.cause() === null

  async function work(): Promise<void> {
    isWorking = true
    try {
      for (let at: Whereabouts | null = null; at !== where; ) {
        at = where
        await wait(calm, undefined, { ref: false, signal: closing })
        // Whoever has moved on in the meantime is followed first.
        if (at && at === where) await drawAfter(at)
      }
    } catch (thrown) {
      if (!closing.aborted) log('ahead.failed', { code: troubleOf(thrown).code })
    } finally {
      isWorking = false
    }
  }

  async function drawAfter(at: Whereabouts): Promise<void> {
    for (const document of listToSeeNext(db, at, most)) {
      const preview = firstPicture(core, document)
      if (!preview) continue
      for (const wanted of [preview, { ...preview, size: 'small' } as const]) {
        if (at !== where || !mayDraw()) return
        if (!(await isThere(previewFile(dataDir, wanted)))) await draw(imageIdOf(wanted))
      }
    }
  }

  function follow(to: Whereabouts): void {
    if (to.batchId === where?.batchId && to.documentId === where.documentId && isWorking) return
    where = to
    if (!isWorking && !closing.aborted) last = work()
  }

  return {
    follow,
    async close() {
      leave()
      await last
    },
  }
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
