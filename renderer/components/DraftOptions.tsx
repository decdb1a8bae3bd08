import { TextInput } from '@mantine/core'
import type { Output } from '../../electron/contract.ts'
import type { Forecast } from '../../electron/views.ts'
import type { DraftChoice } from '../stores/preflightStore.ts'
import classes from './DraftOptions.module.css'
import { IntakeOptions } from './IntakeOptions.tsx'
import { ThresholdChoice } from './ThresholdChoice.tsx'

interface DraftOptionsProps {
  readonly choice: DraftChoice
  /** null for a batch without fields. */
  readonly forecast: Forecast | null
  readonly templates: Output<'app.state'>['templates']
  readonly languages: Output<'app.state'>['languages']
  readonly onChange: (change: Partial<DraftChoice>) => void
}

/** What is decided at the start, all of it with a good answer already. */
export function DraftOptions(props: DraftOptionsProps) {
  const { choice, forecast, templates, languages, onChange } = props
  return (
    <>
      <IntakeOptions
        options={choice}
        templates={templates}
        languages={languages}
        onChange={onChange}
      />
      {forecast && (
        <div className={classes.output}>
          <ThresholdChoice
            forecast={forecast}
            threshold={choice.threshold}
            onChange={(threshold) => onChange({ threshold })}
          />
        </div>
      )}
      <TextInput
        size="sm"
        className={classes.output}
        label="Write the results to"
        placeholder="Nowhere yet; they can be exported later"
        value={choice.output}
        onChange={(event) => onChange({ output: event.currentTarget.value })}
      />
    </>
  )
}
