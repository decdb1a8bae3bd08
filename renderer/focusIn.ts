import { flushSync } from 'react-dom'

/**
 * Gives the keyboard to the first of these that is there, once what was changed is on the screen: at once, so that
 * no key that follows goes to where the keyboard was. What is folded away is unfolded.
 */
export function focusIn(...selectors: readonly string[]): void {
  onceShown(() => {
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector))
    const target = found.find((element) => element !== null)
    target?.closest('details')?.setAttribute('open', '')
    target?.focus()
  })
}

/** Takes a step once what was changed is on the screen, at once. */
export function onceShown(step: () => void): void {
  // With nothing of its own, it draws what waits to be drawn.
  flushSync(() => undefined)
  step()
}
