import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import type { Forecast } from '../../electron/views.ts'
import { forecastWords, shareWords } from '../thresholdWords.ts'
import classes from './ThresholdChoice.module.css'

interface ThresholdChoiceProps {
  readonly forecast: Forecast
  /** null: as was measured. */
  readonly threshold: number | null
  readonly onChange: (threshold: number | null) => void
  readonly takesFocus?: boolean
}

/** How sure a value has to be so that nobody looks at it, and what that means in documents. */
export function ThresholdChoice(props: ThresholdChoiceProps) {
  const { forecast, threshold, onChange, takesFocus = false } = props
  const wordsId = useId()
  const { measured, looks } = forecast
  const chosen = threshold ?? measured
  return (
    <div className={classes.choice}>
      <NativeSelect
        size="sm"
        label="Look at values less sure than"
        aria-describedby={wordsId}
        ref={takesFocus ? focus : null}
        value={String(chosen)}
        onChange={(event) => {
          const value = Number(event.currentTarget.value)
          onChange(value === measured ? null : value)
        }}
        data={looks.map((look) => ({
          value: String(look.threshold),
          label:
            look.threshold === measured
              ? `${shareWords(measured)}: at most 2 of 100 that pass are wrong`
              : `${shareWords(look.threshold)}: ${look.threshold < measured ? 'fewer looks, more mistakes' : 'more looks'}`,
        }))}
      />
      <p id={wordsId} className={classes.words} role="status">
        {forecastWords(forecast, chosen)}
      </p>
    </div>
  )
}

/** It comes into a dialog that is open already, once the documents are counted. */
function focus(choice: HTMLSelectElement | null): void {
  choice?.focus()
}
