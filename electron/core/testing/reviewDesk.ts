import type { Output } from '../../contract.ts'
import type { DocumentView, FieldView } from '../../views.ts'
import type { AppOptions } from '../createApp.ts'
import { openTestApp, type TestApp, testFolder } from './testApp.ts'

export interface Desk extends TestApp {
  readonly batchId: string
  readonly documentId: string
  moves(): Promise<Output<'document.moves'>>
  view(): Promise<DocumentView>
  undo(): Promise<DocumentView>
  redo(): Promise<DocumentView>
  /** The same desk after the program ended and was started again. */
  restart(): Promise<Desk>
}

/** A batch of one file, read and open for review. */
export async function openDesk(
  content = '1 page A-17 review',
  options: Partial<AppOptions> = {},
): Promise<Desk> {
  const dataDir = testFolder()
  const test = await openTestApp(dataDir, options)
  const source = testFolder({ 'a.pdf': content })
  const { id: batchId } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(batchId)
  return deskOf(test, { dataDir, options, batchId })
}

function deskOf(
  test: TestApp,
  at: { dataDir: string; options: Partial<AppOptions>; batchId: string },
): Desk {
  const documentId = `${at.batchId}-1-1`
  return {
    ...test,
    ...{ batchId: at.batchId, documentId },
    moves: () => test.call('document.moves', { documentId }),
    view: () => test.call('document.get', { documentId }),
    undo: () => test.call('document.undo', { documentId }),
    redo: () => test.call('document.redo', { documentId }),
    async restart() {
      await test.app.close()
      return deskOf(await openTestApp(at.dataDir, at.options), at)
    },
  }
}

/** A field of a document by its name. */
export function fieldOf({ fields }: DocumentView, name: string): FieldView {
  const found = fields.find((field) => field.name === name)
  if (!found) throw new Error(`no field ${name}`)
  return found
}

/**
 * Takes the last act back and does it again, before and after a restart: each side must be the same as it was.
 */
export async function sidesOf(
  desk: Desk,
  { before, after }: { readonly before: DocumentView; readonly after: DocumentView },
): Promise<{
  readonly desk: Desk
  readonly sides: readonly unknown[]
  readonly expected: readonly unknown[]
}> {
  const seen = [await desk.undo(), await desk.redo()]
  const again = await desk.restart()
  seen.push(await again.view(), await again.undo(), await again.redo())
  return {
    desk: again,
    sides: seen,
    expected: [before, after, after, before, after],
  }
}
