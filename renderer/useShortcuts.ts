import { useEffect, useRef } from 'react'
import { type Command, isLetterKey, matches, shortcutOf } from './shortcuts.ts'
import { useSettingsStore } from './stores/settingsStore.ts'

type Runs = Partial<Record<Command, (event: KeyboardEvent) => void>>

/**
 * Runs commands by their keys, but not (mostly) while typing, nor under an open dialog or menu,
 * unless the caller is that dialog. Letters alone do nothing where the person switched them off.
 */
export function useShortcuts(runs: Runs, { inDialog = false } = {}): void {
  const current = useRef(runs)
  current.current = runs

  useEffect(() => {
    // Looked up on the way down: a dialog that this very key closes is already gone on the way up.
    let underOverlay = false
    const onKeyDown = (event: KeyboardEvent) => {
      underOverlay = !inDialog && isUnderOverlay(event.target)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || underOverlay) return
      for (const command of Object.keys(current.current) as Command[]) {
        const shortcut = shortcutOf(command)
        if (!shortcut.inFields && isTyping(event.target)) continue
        if (!shortcut.keys.some((keys) => isOn(keys) && matches(event, keys))) continue
        event.preventDefault()
        current.current[command]?.(event)
        return
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('keydown', onKey)
    }
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
