import { listFolder } from '../folderBrowser.ts'
import type { HandlersOf } from './index.ts'

export function folderHandlers(): HandlersOf<'folder'> {
  return { 'folder.list': ({ path }) => listFolder(path) }
}
