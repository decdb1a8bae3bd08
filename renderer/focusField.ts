import { onceShown } from './focusIn.ts'
import { useDocumentStore } from './stores/documentStore.ts'

/** Moves the keyboard to a field of the open document, where there is one. */
export function focusField(field: { readonly id: number } | null | undefined): void {
  if (!field) return
  const input = inputOf(field.id)
  if (input) input.focus()
  else {
    // A table is drawn a moment after the rest, or at once where the keyboard goes into it.
    useDocumentStore.getState().focus(field.id)
    onceShown(() => inputOf(field.id)?.focus())
  }
}

/** The input of a field, where it is shown. */
export function inputOf(fieldId: number | null): HTMLInputElement | HTMLTextAreaElement | null {
  return document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#field-${fieldId}`)
}
