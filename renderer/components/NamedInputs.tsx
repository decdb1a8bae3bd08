import { NativeSelect, TextInput } from '@mantine/core'
import type { FieldType } from '../../workers/model.ts'
import { fieldTypeChoices, typeOf } from '../fieldTypeWords.ts'

interface Named {
  readonly label: string
  readonly name: string
  /** A person wrote it; otherwise it follows the label. */
  readonly isNameOwn: boolean
}

interface NamedInputProps {
  readonly draft: Named
  /** What is wrong with an entry of the draft. */
  readonly wrong: (entry: string) => string | null
}

interface LabelInputProps extends NamedInputProps {
  readonly placeholder: string
  readonly onChange: (change: { label: string }) => void
}

/** What a person calls a field, a column or a table. */
export function LabelInput({ draft, wrong, placeholder, onChange }: LabelInputProps) {
  return (
    <TextInput
      size="sm"
      label="Label"
      placeholder={placeholder}
      autoComplete="off"
      value={draft.label}
      // A name that follows the label is wrong as the label is.
      error={wrong('label') ?? (draft.isNameOwn ? null : wrong('name'))}
      onChange={({ currentTarget }) => onChange({ label: currentTarget.value })}
    />
  )
}

interface NameInputProps extends NamedInputProps {
  readonly description: string
  readonly onChange: (change: { name: string; isNameOwn: true }) => void
}

/** What exports call it. */
export function NameInput({ draft, wrong, description, onChange }: NameInputProps) {
  return (
    <TextInput
      size="sm"
      label="Name"
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      spellCheck={false}
      autoComplete="off"
      value={draft.name}
      error={draft.isNameOwn ? wrong('name') : null}
      onChange={({ currentTarget }) => onChange({ name: currentTarget.value, isNameOwn: true })}
    />
  )
}

interface TypeSelectProps {
  readonly type: FieldType
  readonly error: string | null
  readonly onChange: (change: { type: FieldType }) => void
}

/** What kind of value it has. */
export function TypeSelect({ type, error, onChange }: TypeSelectProps) {
  return (
    <NativeSelect
      size="sm"
      label="Type of value"
      value={type}
      data={fieldTypeChoices}
      error={error}
      onChange={({ currentTarget }) => onChange({ type: typeOf(currentTarget.value) })}
    />
  )
}
