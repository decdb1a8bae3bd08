/** Views and dialogs give the keyboard on by themselves within this time (ms). */
const patience = 100

/** Where the keyboard goes when what had it went away, the nearest to a person's work first. */
const homes = ['[role="dialog"][aria-modal="true"]', '[data-documents]', '[data-fields]', 'main']

/** Never loses the keyboard: where a button, a row or a whole view went away with it, the view that is there has it. */
export function holdKeyboard(): void {
  let had: EventTarget | null = null
  let isDue = false
  const isLost = () =>
    document.activeElement === document.body && had instanceof Element && !had.isConnected

  const giveBack = () => {
    isDue = false
    // The same field, drawn anew in another place.
    const same = had instanceof Element && had.id !== '' ? [`#${CSS.escape(had.id)}`] : []
    const home = [...same, ...homes]
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element !== null)
    if (!isLost() || !home) return
    if (!home.hasAttribute('tabindex')) home.tabIndex = -1
    home.focus({ preventScroll: true })
  }

  document.addEventListener('focusin', ({ target }) => {
    had = target
  })
  new MutationObserver(() => {
    if (isDue || !isLost()) return
    isDue = true
    setTimeout(giveBack, patience)
  }).observe(document.body, { childList: true, subtree: true })
}
