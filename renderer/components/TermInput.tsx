import { TextInput } from '@mantine/core'

interface TermInputProps {
  readonly term: string | null
  readonly error: string | null
  readonly onChange: (change: { readonly term: string | null }) => void
}

/** Under which business term of e-invoices a value is stated. */
export function TermInput({ term, error, onChange }: TermInputProps) {
  return (
    <TextInput
      size="sm"
      label="Term in e-invoices"
      description="A number of the standard EN 16931, such as BT-1 for the invoice number. Where a file carries an e-invoice or a payment code, the value is taken from there."
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder="Such as BT-1; may stay empty"
      autoComplete="off"
      spellCheck={false}
      value={term ?? ''}
      error={error}
      onChange={({ currentTarget }) =>
        onChange({ term: currentTarget.value.trim().toUpperCase() || null })
      }
    />
  )
}
