import { useEffect, useRef } from 'react'
import { type Command, isLetterKey, matches, shortcutOf } from './shortcuts.ts'
import { useSettingsStore } from './stores/settingsStore.ts'

/**
 * Whether a dialog or menu was open when the key went down. Looked up before any of them hears of it: one that this
 * very key closes is gone before a view that lies around it has its turn.
 */
let wasUnderOverlay = false
globalThis.window?.addEventListener(
  'keydown',
  ({ target }) => {
    wasUnderOverlay = isUnderOverlay(target)
  },
  { capture: true },
)

type Runs = Partial<Record<Command, (event: KeyboardEvent) => void>>

/**
 * Runs commands by their keys, but not (mostly) while typing, nor under an open dialog or menu,
 * unless the caller is that dialog. Letters alone do nothing where the person switched them off.
 */
export function useShortcuts(runs: Runs, { inDialog = false } = {}): void {
  const current = useRef(runs)
  current.current = runs

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (!inDialog && wasUnderOverlay)) return
      for (const command of Object.keys(current.current) as Command[]) {
        const shortcut = shortcutOf(command)
        if (!shortcut.inFields && isTyping(event.target)) continue
        if (!shortcut.keys.some((keys) => isOn(keys) && matches(event, keys))) continue
        event.preventDefault()
        // Held down, it would go on with what nobody has looked at.
        if (event.repeat && shortcut.once) return
        current.current[command]?.(event)
        return
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [inDialog])
}

function isOn(keys: string): boolean {
  return !isLetterKey(keys) || useSettingsStore.getState().settings.letterKeys
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

function isUnderOverlay(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true
  return (
    target instanceof HTMLElement &&
    target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null
  )
}
