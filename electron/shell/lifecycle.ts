import { app, type BrowserWindow, dialog } from 'electron'
import type { BatchSummary } from '../views.ts'
import type { WorkTray } from './createTray.ts'
import { workWords } from './workWords.ts'

export interface Lifecycle {
  /** The open window, null while only the tray is there. */
  readonly windowNow: () => BrowserWindow | null
  readonly open: () => void
  readonly workChanged: (running: readonly BatchSummary[]) => void
  readonly quitRequested: (event: { preventDefault(): void }) => void
}

/**
 * When the program lives on without its window. Closing the window while something is read leaves
 * the tray; when the work is done, so is the program. Quitting in the middle asks once.
 */
export function createLifecycle({
  openWindow,
  showTray,
  runningNow,
  delivered,
}: {
  openWindow: () => BrowserWindow
  showTray: () => WorkTray
  /** What is being worked on. */
  runningNow: () => readonly BatchSummary[]
  /** When commands and addresses have been told of what ended. */
  delivered: () => Promise<void>
}): Lifecycle {
  let window: BrowserWindow | null = null
  let tray: WorkTray | null = null
  let mayQuit = false

  function open(): void {
    if (window === null) {
      window = openWindow()
      window.on('closed', windowClosed)
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    tray?.remove()
    tray = null
  }

  function windowClosed(): void {
    window = null
    const running = runningNow()
    if (running.length === 0 || mayQuit) {
      app.quit()
      return
    }
    tray = showTray()
    tray.update(running)
  }

  function workChanged(running: readonly BatchSummary[]): void {
    window?.setProgressBar(progressOf(running))
    tray?.update(running)
    if (running.length === 0) void quitWhenDelivered()
  }

  /** Without a window there is nothing to wait for but what happens after a batch. */
  async function quitWhenDelivered(): Promise<void> {
    if (window !== null || tray === null) return
    await delivered()
    if (window === null && runningNow().length === 0) app.quit()
  }

  function quitRequested(event: { preventDefault(): void }): void {
    const running = runningNow()
    if (mayQuit || running.length === 0) return
    event.preventDefault()
    const options: Electron.MessageBoxSyncOptions = {
      type: 'question',
      message: 'Sheaf is still reading.',
      detail: `${workWords(running)}. What is read so far is kept, and reading goes on at the next start.`,
      buttons: ['Go On Reading', 'Quit'],
      defaultId: 0,
      cancelId: 0,
    }
    const answer =
      window === null
        ? dialog.showMessageBoxSync(options)
        : dialog.showMessageBoxSync(window, options)
    if (answer !== 1) return
    mayQuit = true
    app.quit()
  }

  return { windowNow: () => window, open, workChanged, quitRequested }
}

/** -1 takes the bar away. */
function progressOf(running: readonly BatchSummary[]): number {
  if (running.length === 0) return -1
  return running.reduce((sum, batch) => sum + batch.percent, 0) / running.length / 100
}
