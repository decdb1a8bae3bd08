import { NativeSelect, TextInput } from '@mantine/core'
import classes from './IntakeOptions.module.css'

interface Options {
  readonly template: string
  readonly name: string
  readonly reference: string
}

interface IntakeOptionsProps {
  readonly options: Options
  readonly templates: readonly { readonly name: string; readonly title: string }[]
  readonly onChange: (change: Partial<Options>) => void
}

/** What may be said before a batch starts; everything has a good answer already. */
export function IntakeOptions({ options, templates, onChange }: IntakeOptionsProps) {
  return (
    <div className={classes.options}>
      <NativeSelect
        size="sm"
        label="Read as"
        className={classes.template}
        value={options.template}
        onChange={(event) => onChange({ template: event.currentTarget.value })}
        data={[
          { value: 'auto', label: 'Automatic' },
          ...templates.map(({ name, title }) => ({ value: name, label: title })),
        ]}
      />
      <TextInput
        size="sm"
        label="Name"
        placeholder="The folder’s name"
        className={classes.text}
        value={options.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        label="Your reference"
        placeholder="None"
        className={classes.text}
        value={options.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
    </div>
  )
}
