import { MultiSelect } from '@mantine/core'
import type { Output } from '../../electron/contract.ts'

interface LanguageChoiceProps {
  /** Those that this computer can read. */
  readonly languages: Output<'app.state'>['languages']
  /** Empty: found page by page. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
  readonly className?: string | undefined
}

/** In what languages scans are read, one or several; by default that is found out. */
export function LanguageChoice({ languages, chosen, onChange, className }: LanguageChoiceProps) {
  return (
    <MultiSelect
      size="sm"
      {...(className !== undefined && { className })}
      label="Languages of scans"
      placeholder={chosen.length === 0 ? 'Found by itself' : ''}
      data={languages.map(({ code, name }) => ({ value: code, label: name }))}
      value={[...chosen]}
      onChange={onChange}
      // Two languages stand in one line: most of the box is theirs, not that of the cursor.
      styles={{ inputField: { minWidth: 24 } }}
      hidePickedOptions
      clearable
      searchable
      nothingFoundMessage="No language of this name is installed"
      clearButtonProps={{ 'aria-label': 'Find the languages by itself' }}
    />
  )
}
