import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type BrowserWindow, dialog, Notification, powerMonitor, shell } from 'electron'
import type { ExportFormat, Host } from '../contract.ts'

/** The files that Sheaf reads, as a dialog shows them. */
const readable = ['pdf', 'jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'bmp', 'heic', 'heif']
const formatNames: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Excel workbook',
  csv: 'CSV table',
  json: 'JSON',
  jsonl: 'JSON Lines',
  txt: 'Plain text',
  md: 'Markdown',
}

/** Notices that are on the screen: one that nobody holds is collected, and its click with it. */
const shown = new Set<Notification>()

/** Native dialogs, on the window that is open at the time; `open` brings it to the front. */
export function electronHost(windowNow: () => BrowserWindow | null, open: () => void): Host {
  return {
    dialogs: true,

    async chooseFolder() {
      const { filePaths } = await choose(windowNow(), {
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },

    async chooseFiles() {
      const { filePaths } = await choose(windowNow(), {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'PDF and images', extensions: readable },
          { name: 'Corrected export', extensions: ['xlsx', 'csv'] },
        ],
      })
      return filePaths.length === 0 ? null : filePaths
    },

    async chooseSavePath(suggestedName, format) {
      const options: Electron.SaveDialogOptions = {
        defaultPath: suggestedName,
        filters: [{ name: formatNames[format], extensions: [format] }],
      }
      const window = windowNow()
      const { filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options))
      return filePath === '' ? null : filePath
    },

    async reveal(path) {
      if (!isAbsolute(path) || !existsSync(path)) return false
      shell.showItemInFolder(path)
      return true
    },

    onBattery: async () => powerMonitor.isOnBatteryPower(),

    notify({ title, words }) {
      // Who looks at it sees it.
      if (windowNow()?.isFocused() || !Notification.isSupported()) return
      const notice = new Notification({ title, body: words, silent: true })
      const forget = () => shown.delete(notice)
      notice.on('click', () => {
        forget()
        open()
      })
      notice.on('close', forget)
      notice.on('failed', forget)
      shown.add(notice)
      notice.show()
    },
  }
}

function choose(window: BrowserWindow | null, options: Electron.OpenDialogOptions) {
  return window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)
}
