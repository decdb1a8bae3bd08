import { BrowserWindow, nativeTheme, screen } from 'electron'
import { ownPage } from '../bridgeNames.ts'
import { readWindowState, writeWindowState } from './windowState.ts'

/** The window, where it stood last time, with a page that has nothing of Node or Electron. */
export function createWindow({
  preloadFile,
  stateFile,
  iconFile,
}: {
  preloadFile: string
  stateFile: string
  iconFile: string
}): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const state = readWindowState(stateFile, screens)
  const window = new BrowserWindow({
    ...(state ?? { width: 1280, height: 840 }),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Sheaf',
    icon: iconFile,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A long batch is watched from the corner of an eye; its numbers must move there too.
      backgroundThrottling: false,
    },
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeWindowState(stateFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  void window.loadURL(ownPage)
  return window
}
