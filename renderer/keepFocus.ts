import { flushSync } from 'react-dom'

/** Runs a change that moves elements about, and leaves the keyboard where it was. */
export function keepFocus(change: () => void): void {
  const focused = document.activeElement
  flushSync(change)
  if (!(focused instanceof HTMLElement) || !focused.isConnected) return
  focused.focus({ preventScroll: true })
  focused.scrollIntoView({ block: 'nearest' })
}
