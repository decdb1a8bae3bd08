import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconCornerDownLeft, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Labels, Language } from '../../workers/template.ts'
import { languages } from '../../workers/template.ts'
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

/** Words that are looked for, as chips: Enter adds what is typed, Backspace takes the last one away. */
export function LabelChips(props: LabelChipsProps) {
  const { label, description, placeholder, labels, error, onChange } = props
  const [typed, setTyped] = useState('')
  const [language, setLanguage] = useState<Language>('en')
  const input = useRef<HTMLInputElement>(null)
  const chips = chipsOf(labels)
  const isPerLanguage = chips.some((chip) => chip.language !== null)

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
    if (event.key === 'Backspace' && typed === '' && chips.length > 0) remove(chips.length - 1)
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
            aria-label={`Language of the next of: ${label}`}
            value={language}
            data={languages.map((code) => ({ value: code, label: languageName(code) }))}
            onChange={(event) =>
              setLanguage(languages.find((code) => code === event.currentTarget.value) ?? 'en')
            }
          />
        )}
      </div>
      {chips.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {chips.map((chip, at) => (
            <li key={`${chip.language} ${chip.text}`} className={classes.chip}>
              {chip.text}
              {chip.language !== null && (
                <abbr title={languageName(chip.language)}>{chip.language}</abbr>
              )}
              <button
                type="button"
                className={classes.remove}
                aria-label={`Take “${chip.text}” away`}
                onClick={() => remove(at)}
              >
                <IconX size={12} stroke={2.2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
