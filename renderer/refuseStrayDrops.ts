/** A file that misses the drop zone must not take the place of the app in the window. */
export function refuseStrayDrops(): void {
  for (const type of ['dragover', 'drop'] as const)
    window.addEventListener(type, (event) => event.preventDefault())
}
