import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type BrowserWindow, dialog, powerMonitor, shell } from 'electron'
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

/** Native dialogs, on the window that is open at the time. */
export function electronHost(windowNow: () => BrowserWindow | null): Host {
  return {
    dialogs: true,

    async chooseFolder() {
      const { filePaths } = await open(windowNow(), {
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },

    async chooseFiles() {
      const { filePaths } = await open(windowNow(), {
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
  }
}

function open(window: BrowserWindow | null, options: Electron.OpenDialogOptions) {
  return window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)
}
