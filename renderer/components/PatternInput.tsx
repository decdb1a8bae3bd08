import { TextInput } from '@mantine/core'
import type { Match } from '../stores/benchStore.ts'
import { counted } from '../words.ts'
import classes from './PatternInput.module.css'

export interface PatternHands {
  /** The pattern whose matches are known or on their way; null: none. */
  readonly watched: string | null
  readonly matches: readonly Match[] | null
  readonly problem: string | null
  /** How many documents are chosen to look in. */
  readonly documents: number
  readonly onWatch: (pattern: string | null) => void
}

interface PatternInputProps extends PatternHands {
  readonly label: string
  readonly pattern: string
  readonly error: string | null
  readonly onChange: (pattern: string) => void
}

const shown = 12

/** A regular expression, with what it matches on the chosen documents as one types. */
export function PatternInput(props: PatternInputProps) {
  const { label, pattern, error, watched, problem, onChange, onWatch } = props
  return (
    <div className={classes.pattern}>
      <TextInput
        size="sm"
        label={label}
        description="A regular expression that the whole value has to match, such as INV-\d+."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder="None"
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: classes.input }}
        value={pattern}
        error={error ?? (watched === pattern ? problem : null)}
        onFocus={() => onWatch(pattern || null)}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          onWatch(currentTarget.value || null)
        }}
      />
      {pattern !== '' && watched === pattern && !problem && !error && <Matches {...props} />}
    </div>
  )
}

function Matches({ matches, documents }: PatternInputProps) {
  if (documents === 0)
    return (
      <p className={classes.words}>Choose documents in the test bench to see what it matches.</p>
    )
  if (matches === null) return <p className={classes.words}>Looking for matches…</p>
  const texts = [...new Set(matches.map(({ text }) => text))]
  const where = counted(documents, 'document')
  return (
    <div role="status" className={classes.words}>
      {matches.length === 0
        ? `It matches nothing on the ${where}.`
        : `It matches ${counted(matches.length, 'time')} on the ${where}:`}
      {texts.length > 0 && (
        <ul className={classes.list} aria-label="Matches">
          {texts.slice(0, shown).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {texts.length > shown && <li data-rest>and {texts.length - shown} more</li>}
        </ul>
      )}
    </div>
  )
}
