import type { BatchSummary, Settings } from '../electron/views.ts'
import { playEnd } from './playEnd.ts'
import { go } from './router.ts'
import { batchWords } from './words.ts'

/** Tells that a batch has ended, as the person chose; in Electron the shell speaks through the system. */
export function tellEnd(
  batch: BatchSummary,
  { notifyAtEnd, soundAtEnd }: Pick<Settings, 'notifyAtEnd' | 'soundAtEnd'>,
): void {
  if (soundAtEnd) playEnd()
  if (!notifyAtEnd || window.bridge !== undefined || document.hasFocus()) return
  const title = `${batch.name}: ${batchWords(batch)}`
  if ('Notification' in window && Notification.permission === 'granted') {
    const notice = new Notification(title, { tag: batch.id, silent: true })
    notice.onclick = () => {
      window.focus()
      go({ view: 'batch', id: batch.id })
      notice.close()
    }
  } else markTitle(title)
}

/** The view writes its own title first. */
const afterViewMs = 300

/** The name of the tab until somebody comes back. */
function markTitle(title: string): void {
  setTimeout(() => {
    if (document.hasFocus()) return
    const before = document.title
    document.title = `✓ ${title}`
    const restore = () => {
      document.title = before
    }
    window.addEventListener('focus', restore, { once: true })
  }, afterViewMs)
}
