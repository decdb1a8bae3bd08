import { Menu, nativeImage, Tray } from 'electron'
import type { BatchSummary } from '../views.ts'
import { workWords } from './workWords.ts'

export interface WorkTray {
  readonly update: (running: readonly BatchSummary[], watched: number) => void
  readonly remove: () => void
}

/** The sign that work goes on without a window, with the way back to it and the way out. */
export function createTray({
  iconFile,
  open,
  quit,
}: {
  iconFile: string
  open: () => void
  quit: () => void
}): WorkTray {
  const tray = new Tray(nativeImage.createFromPath(iconFile))
  let shown = ''
  tray.on('click', open)

  function update(running: readonly BatchSummary[], watched: number): void {
    const words = workWords(running, watched)
    if (words === shown) return
    shown = words
    tray.setToolTip(`Sheaf – ${words}`)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words, enabled: false },
        { type: 'separator' },
        { label: 'Open Sheaf', click: open },
        { label: 'Quit', click: quit },
      ]),
    )
  }

  return { update, remove: () => tray.destroy() }
}
