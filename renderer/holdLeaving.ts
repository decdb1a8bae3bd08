/** What keeps the place that the address names now. */
interface Hold {
  /** Whether there is something to lose. */
  isHeld(): boolean
  /** Asks the person; `leave` goes where they wanted to go. */
  ask(leave: () => void): void
}

let hold: Hold | null = null
let here = ''
let isLetGo = false

/**
 * Puts the address back while there is something to lose, whichever way it was changed: link, key or “back”.
 * Must be called before anything else listens for the address.
 */
export function holdLeaving(): void {
  here = window.location.hash
  window.addEventListener('hashchange', (event) => {
    const wanted = window.location.hash
    if (wanted === here) return
    if (isLetGo || !hold?.isHeld()) {
      isLetGo = false
      here = wanted
      return
    }
    event.stopImmediatePropagation()
    window.history.pushState(null, '', here)
    const { ask } = hold
    ask(() => {
      isLetGo = true
      window.location.hash = wanted
    })
  })
  window.addEventListener('beforeunload', (event) => {
    // A browser asks by itself, Electron by `askBeforeLosing`.
    if (hold?.isHeld()) event.preventDefault()
  })
}

/** Until the next call: what is asked before the view is left; null: it may be left. */
export function holdWhile(held: Hold | null): void {
  hold = held
}
