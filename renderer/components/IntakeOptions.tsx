import { NativeSelect, TextInput } from '@mantine/core'
import { readerModes } from '../../electron/choices.ts'
import type { Output, ReaderMode } from '../../electron/contract.ts'
import { textOnly } from '../decisionsOf.ts'
import { hrefOf } from '../router.ts'
import type { IntakeChoice } from '../stores/intakeStore.ts'
import { sourceWords } from '../words.ts'
import classes from './IntakeOptions.module.css'
import { LanguageChoice } from './LanguageChoice.tsx'

interface IntakeOptionsProps {
  readonly options: IntakeChoice
  readonly templates: readonly { readonly name: string; readonly title: string }[]
  readonly languages: Output<'app.state'>['languages']
  readonly onChange: (change: Partial<IntakeChoice>) => void
}

function modeOf(value: string): ReaderMode {
  return readerModes.find((mode) => mode === value) ?? 'auto'
}

/** What may be said before a batch starts; everything has a good answer already. */
export function IntakeOptions({ options, templates, languages, onChange }: IntakeOptionsProps) {
  return (
    <div className={classes.options}>
      <div className={classes.choice}>
        <NativeSelect
          size="sm"
          label="Read as"
          value={options.template}
          onChange={(event) => onChange({ template: event.currentTarget.value })}
          data={[
            { value: 'auto', label: 'Automatic' },
            ...templates.map(({ name, title }) => ({ value: name, label: title })),
            { value: textOnly, label: 'Text only, no fields' },
          ]}
        />
        <a href={hrefOf({ view: 'templates' })} className={classes.link}>
          See or change templates
        </a>
      </div>
      <NativeSelect
        size="sm"
        className={classes.choice}
        label="Take words from"
        value={options.reader}
        onChange={(event) => onChange({ reader: modeOf(event.currentTarget.value) })}
        data={readerModes.map((mode) => ({ value: mode, label: sourceWords[mode] }))}
      />
      <LanguageChoice
        className={classes.choice}
        languages={languages}
        chosen={options.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <TextInput
        size="sm"
        className={classes.text}
        label="Name"
        placeholder="The folder’s name"
        value={options.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        className={classes.text}
        label="Your reference"
        placeholder="None"
        value={options.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
    </div>
  )
}
