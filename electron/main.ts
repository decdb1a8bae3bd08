import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, Menu, protocol, session, shell } from 'electron'
import { AppError, failureOf } from '../workers/errors.ts'
import { addressOf } from './core/address.ts'
import { createApp } from './core/createApp.ts'
import { defaultDataDir } from './dataDir.ts'
import { connectIpc } from './ipc.ts'
import { handlePageProtocol } from './pageProtocol.ts'
import { handleRendererProtocol } from './rendererProtocol.ts'
import { appMenu } from './shell/appMenu.ts'
import { createTray } from './shell/createTray.ts'
import { createWindow } from './shell/createWindow.ts'
import { electronHost } from './shell/electronHost.ts'
import { forkByElectron } from './shell/forkByElectron.ts'
import { createLifecycle, type Lifecycle } from './shell/lifecycle.ts'
import { lockDownProcess, lockDownSession } from './shell/lockDown.ts'
import { type WorkWatch, watchWork } from './workWatch.ts'

/**
 * Electron's host: one program per data folder, one window, the core in this process and its
 * engines in threads of another. Built files lie side by side: out/main (this, poolProcess.js and
 * worker.js), out/preload, out/renderer.
 */
const out = join(import.meta.dirname, '..')
const project = app.isPackaged ? process.resourcesPath : join(out, '..')
const resourcesDir = join(project, 'resources')
const icon = (name: string) => join(resourcesDir, 'icons', name)

const dataDir = dataDirOf(process.argv)
app.setName('Sheaf')
app.setPath('userData', join(dataDir, 'electron'))
lockDownProcess(app)
protocol.registerSchemesAsPrivileged([
  { scheme: 'sheaf', privileges: { standard: true, secure: true, codeCache: true } },
  { scheme: 'sheaf-page', privileges: { standard: true, secure: true } },
])

let lifecycle: Lifecycle | null = null
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => lifecycle?.open())
  app.on('activate', () => lifecycle?.open())
  app.on('window-all-closed', () => {})
  app.whenReady().then(start).catch(fail)
} else {
  app.quit()
}

async function start(): Promise<void> {
  lockDownSession(session.defaultSession)
  const core = await createApp({
    dataDir,
    resourcesDir,
    workerFile: join(import.meta.dirname, 'worker.js'),
    checkFile: join(import.meta.dirname, 'checkThread.js'),
    fork: forkByElectron(join(import.meta.dirname, 'poolProcess.js')),
    host: electronHost(
      () => lifecycle?.windowNow() ?? null,
      () => lifecycle?.open(),
    ),
    version: app.getVersion(),
    goOn: true,
  })
  handleRendererProtocol(protocol, join(out, 'renderer'))
  handlePageProtocol(protocol, core.pageImage)

  let work: WorkWatch | null = null
  const current = createLifecycle({
    openWindow: () => {
      const window = createWindow({
        preloadFile: join(out, 'preload', 'preload.cjs'),
        stateFile: join(dataDir, 'window.json'),
        iconFile: icon('sheaf.png'),
      })
      const disconnect = connectIpc(core, window.webContents)
      window.on('closed', disconnect)
      return window
    },
    showTray: () =>
      createTray({
        iconFile: icon('tray.png'),
        open: () => current.open(),
        quit: () => app.quit(),
      }),
    runningNow: () => work?.running() ?? [],
    delivered: () => core.delivered(),
  })
  lifecycle = current
  work = await watchWork(core, current.workChanged)

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu({
        isMac: process.platform === 'darwin',
        showDataFolder: () => void shell.openPath(dataDir),
        showLicences: () => void shell.openPath(join(project, 'THIRD_PARTY_NOTICES.md')),
      }),
    ),
  )
  app.on('before-quit', current.quitRequested)
  closeBeforeQuit(async () => {
    work?.stop()
    await core.close()
  })
  current.open()
}

/** The core puts its files in order before the process ends; once that is done, quitting goes on. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** A start that fails is a sentence in a window: there is no terminal to read it in. */
function fail(thrown: unknown): void {
  // Another kind of Sheaf, in a browser: its window is what the person wants to see.
  const isBusy = thrown instanceof AppError && thrown.code === 'data_folder_busy'
  const link = isBusy ? addressOf(dataDir) : null
  if (link !== null) return void shell.openExternal(link).finally(() => app.exit(0))
  dialog.showErrorBox('Sheaf cannot start', failureOf(thrown).message)
  app.exit(3)
}

/** `--data-dir`, as on the command line; Electron's and Chromium's own switches are let pass. */
function dataDirOf(argv: readonly string[]): string {
  const { values } = parseArgs({
    args: [...argv],
    options: { 'data-dir': { type: 'string' } },
    strict: false,
  })
  const named = values['data-dir']
  if (typeof named !== 'string') return defaultDataDir()
  // npm changes to the project's folder; the person may stand elsewhere.
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env
  return resolve((script === 'start' && from) || process.cwd(), named)
}
