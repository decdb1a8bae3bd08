/** Moves the keyboard to a field of the open document, where there is one. */
export function focusField(field: { readonly id: number } | null | undefined): void {
  if (field) inputOf(field.id)?.focus()
}

/** The input of a field, where it is shown. */
export function inputOf(fieldId: number | null): HTMLInputElement | HTMLTextAreaElement | null {
  return document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#field-${fieldId}`)
}
