import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { type Failure, type Result, sentenceOf } from '../workers/errors.ts'
import { callChannel, eventChannel, ownOrigin } from './bridgeNames.ts'
import type { AppEvent } from './contract.ts'

/** What both ends of the bridge speak of. */
export interface ConnectedApp {
  dispatch(name: string, input: unknown): Promise<Result<unknown>>
  listen(receive: (event: AppEvent) => void): () => void
}

/**
 * Joins a window's page to the core: its calls become dispatches, events go to it alone. A frame
 * that is not our own page, top level, in this window, is answered with a failure.
 */
export function connectIpc(app: ConnectedApp, contents: WebContents): () => void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isOurPage(event, contents)) return refused('it came from a page that is not Sheaf’s')
    if (typeof name !== 'string') return refused('it names no command')
    return app.dispatch(name, input)
  })
  const stopListening = app.listen((event) => {
    if (!contents.isDestroyed()) contents.send(eventChannel, event)
  })
  return () => {
    ipcMain.removeHandler(callChannel)
    stopListening()
  }
}

function isOurPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame
  return (
    event.sender === contents &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === ownOrigin
  )
}

function refused(problem: string): { ok: false; error: Failure } {
  const details = { problem }
  const message = sentenceOf('invalid_input', details)
  return { ok: false, error: { code: 'invalid_input', message, details } }
}
