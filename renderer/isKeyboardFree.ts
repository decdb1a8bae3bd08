/** Whether the keyboard is in nothing that a person works with, so that a view may take it. */
export function isKeyboardFree(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.tagName === 'MAIN'
}
