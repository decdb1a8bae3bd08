import { type BrowserWindow, dialog } from 'electron'

/** A page that has something to lose keeps its window: Electron asks nobody, so the person is asked here. */
export function askBeforeLosing(window: BrowserWindow, stays: () => void): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'This template is not saved.',
      detail: 'What was changed since it was saved last is lost when the window closes.',
      buttons: ['Go On Editing', 'Close Without Saving'],
      defaultId: 0,
      cancelId: 0,
    })
    // Here “prevent” means: never mind what the page says, let it go.
    if (answer === 1) event.preventDefault()
    else stays()
  })
}
