import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconCornerDownLeft, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Language, languages } from '../../workers/languages.ts'
import type { Labels } from '../../workers/template.ts'
import { chipsOf, withLabel, withoutLabel } from '../labelChips.ts'
import { isPress } from '../shortcuts.ts'
import { languageName } from '../words.ts'
import classes from './LabelChips.module.css'

interface LabelChipsProps {
  readonly label: string
  readonly description: string
  readonly placeholder: string
  readonly labels: Labels
  readonly error: string | null
  readonly onChange: (labels: Labels) => void
}

const mostShown = 12

/** Words that are looked for, as chips: Enter adds what is typed, Backspace takes the last one away. */
export function LabelChips(props: LabelChipsProps) {
  const { label, description, placeholder, labels, error, onChange } = props
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState<Language | null>(null)
  const [isWhole, setIsWhole] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const all = chipsOf(labels).map((chip, at) => ({ ...chip, at }))
  const isPerLanguage = all.some((chip) => chip.language !== null)
  const language = wanted ?? all[0]?.language ?? 'en'
  // One language at a time: a template that came along has some fifty words in six of them.
  const chips = isPerLanguage ? all.filter((chip) => chip.language === language) : all
  const shown = isWhole ? chips : chips.slice(0, mostShown)

  const add = () => {
    onChange(withLabel(labels, typed, isPerLanguage ? language : null))
    setTyped('')
  }
  const remove = (at: number) => {
    onChange(withoutLabel(labels, at))
    input.current?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (isPress(event.nativeEvent, 'template.label')) {
      event.preventDefault()
      add()
    }
    const last = chips.at(-1)
    if (event.key === 'Backspace' && typed === '' && last) remove(last.at)
  }

  return (
    <div className={classes.chips}>
      <div className={classes.add}>
        <TextInput
          ref={input}
          size="sm"
          className={classes.input}
          label={label}
          description={description}
          placeholder={placeholder}
          error={error}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
          onBlur={() => typed.trim() !== '' && add()}
          rightSection={
            typed.trim() !== '' && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Add “${typed.trim()}”`}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={add}
              >
                <IconCornerDownLeft size={15} stroke={1.8} />
              </ActionIcon>
            )
          }
        />
        {isPerLanguage && (
          <NativeSelect
            size="sm"
            label="In"
            aria-label={`${label}: language`}
            value={language}
            className={classes.language}
            data={languages.map((code) => ({
              value: code,
              label: `${languageName(code)} (${all.filter((chip) => chip.language === code).length})`,
            }))}
            onChange={(event) =>
              setWanted(languages.find((code) => code === event.currentTarget.value) ?? null)
            }
          />
        )}
      </div>
      {chips.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {shown.map(({ text, at }) => (
            <li key={text} className={classes.chip}>
              {text}
              <button
                type="button"
                className={classes.remove}
                aria-label={`Take “${text}” away`}
                onClick={() => remove(at)}
              >
                <IconX size={12} stroke={2.2} aria-hidden />
              </button>
            </li>
          ))}
          {chips.length > shown.length && (
            <li>
              <button type="button" className={classes.rest} onClick={() => setIsWhole(true)}>
                and {chips.length - shown.length} more
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
