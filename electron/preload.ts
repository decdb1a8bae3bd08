import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type Failure, type Result, sentenceOf } from '../workers/errors.ts'
import { callChannel, eventChannel, pageOrigin } from './bridgeNames.ts'
import type { AppEvent, Transport } from './contract.ts'

/** The core as Electron's page sees it: `window.bridge`, and nothing else of Node or Electron. */
const bridge: Transport = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),

  listen(receive) {
    const pass = (_: IpcRendererEvent, event: AppEvent) => receive(event)
    ipcRenderer.on(eventChannel, pass)
    return () => ipcRenderer.off(eventChannel, pass)
  },

  pageUrl: (imageId) => `${pageOrigin}/${encodeURIComponent(imageId)}`,

  async pathsOf(files): Promise<Result<readonly string[]>> {
    const paths = files.map(({ file }) => webUtils.getPathForFile(file))
    const unknown = paths.indexOf('')
    if (unknown === -1) return { ok: true, value: paths }
    return { ok: false, error: noFile(files[unknown]?.file.name ?? 'what was dropped') }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)

/** A picture dragged out of a web page, say: it has a name and no place on this computer. */
function noFile(file: string): Failure {
  return {
    code: 'file_not_found',
    message: sentenceOf('file_not_found', { file }),
    details: { file },
  }
}
