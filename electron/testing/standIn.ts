import { EventEmitter } from 'node:events'
import { ownOrigin } from '../bridgeNames.ts'
import { UtilityProcess } from './utilityProcess.ts'

/**
 * Stands in for the `electron` module, so that the built main process can run where Electron's
 * runtime is not. It does what Electron does as far as main.ts can tell, tells its parent process
 * what happened, and lets it play the page and the person.
 */
type Listener = (...args: never[]) => unknown
const tell = (message: object) => process.send?.(message)

class StandInApp extends EventEmitter {
  isPackaged = false
  commandLine = { appendSwitch: () => {} }
  setName() {}
  setPath() {}
  getVersion = () => '0.0.0-stand-in'
  requestSingleInstanceLock = () => true
  whenReady = async () => {}

  /** Electron's order: ask, close the windows, ask once more, end. */
  quit() {
    if (isStopped(this, 'before-quit')) return
    for (const window of [...BrowserWindow.open]) window.close()
    if (!isStopped(this, 'will-quit')) this.exit(0)
  }

  exit(status: number) {
    process.disconnect?.()
    process.exitCode = status
    setImmediate(() => process.exit())
  }
}
export const app = new StandInApp()

function isStopped(emitter: EventEmitter, name: string): boolean {
  let stopped = false
  emitter.emit(name, {
    preventDefault: () => {
      stopped = true
    },
  })
  return stopped
}

class WebContents extends EventEmitter {
  setWindowOpenHandler() {}
  isDestroyed = () => false
  send(channel: string, payload: unknown) {
    tell({ kind: 'sent', channel, payload })
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly open = new Set<BrowserWindow>()
  readonly webContents = new WebContents()

  constructor(options: { webPreferences: object }) {
    super()
    BrowserWindow.open.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    tell({ kind: 'opened', webPreferences: options.webPreferences })
  }
  async loadURL(url: string) {
    tell({ kind: 'loaded', url })
  }
  close() {
    this.emit('close')
    BrowserWindow.open.delete(this)
    this.emit('closed')
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 1280, height: 840 })
  isMaximized = () => false
  isMinimized = () => false
  isFocused = () => false
  maximize() {}
  show() {}
  focus() {}
  setProgressBar() {}
}

const handlers = new Map<string, Listener>()
export const ipcMain = {
  handle: (channel: string, handler: Listener) => handlers.set(channel, handler),
  removeHandler: (channel: string) => handlers.delete(channel),
}

const schemes = new Map<string, Listener>()
export const protocol = {
  registerSchemesAsPrivileged() {},
  handle: (scheme: string, handler: Listener) => schemes.set(scheme, handler),
}

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest() {} },
    setPermissionRequestHandler() {},
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
    setSpellCheckerEnabled() {},
  }),
}

export const dialog = {
  showErrorBox: (title: string, content: string) => tell({ kind: 'errorBox', title, content }),
  showMessageBoxSync: () => 1,
}
export const Menu = { buildFromTemplate: () => ({}), setApplicationMenu() {} }
export class Tray extends EventEmitter {
  constructor() {
    super()
    tell({ kind: 'tray' })
  }
  setToolTip() {}
  setContextMenu() {}
  destroy() {}
}
export class Notification extends EventEmitter {
  static isSupported = () => true
  readonly options: object
  constructor(options: object) {
    super()
    this.options = options
  }
  show() {
    tell({ kind: 'notice', ...this.options })
  }
}
export const nativeImage = { createFromPath: () => ({}) }
export const nativeTheme = { shouldUseDarkColors: false }
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}
export const utilityProcess = {
  fork(file: string) {
    const child = new UtilityProcess(file)
    tell({ kind: 'utility', pid: child.pid })
    return child
  },
}
export const powerMonitor = { isOnBatteryPower: () => false }
export const shell = { openPath: async () => '', showItemInFolder() {} }

interface Asked {
  readonly id: number
  readonly call?: readonly [channel: string, name: string, input: unknown]
  readonly fetch?: string
  readonly closeWindow?: true
}

process.on('message', async ({ id, call, fetch: url, closeWindow }: Asked) => {
  const [window] = BrowserWindow.open
  if (call !== undefined) {
    const [channel, ...args] = call
    const frame = { parent: null, origin: ownOrigin }
    const event = { sender: window?.webContents, senderFrame: frame }
    const handler = handlers.get(channel) as (...args: unknown[]) => unknown
    tell({ kind: 'answer', id, value: await handler(event, ...args) })
  }
  if (url !== undefined) {
    const handler = schemes.get(url.slice(0, url.indexOf(':'))) as (r: object) => Promise<Response>
    const response = await handler({ url })
    const length = (await response.arrayBuffer()).byteLength
    const type = response.headers.get('content-type')
    tell({ kind: 'answer', id, value: { status: response.status, type, length } })
  }
  if (closeWindow) {
    window?.close()
    if (BrowserWindow.open.size === 0) app.emit('window-all-closed')
  }
})
