import { TextInput } from '@mantine/core'
import type { FieldType } from '../../workers/model.ts'
import type { Matches, Watched } from '../stores/benchStore.ts'
import { counted } from '../words.ts'
import classes from './PatternInput.module.css'

export interface PatternHands {
  /** The pattern whose matches are known or on their way; null: none. */
  readonly watched: Watched | null
  readonly matches: Matches | null
  /** How many documents are chosen to look in. */
  readonly documents: number
  readonly onWatch: (watched: Watched | null) => void
}

interface PatternInputProps extends PatternHands {
  readonly label: string
  readonly pattern: string
  /** Of the values that have to look so. */
  readonly type: FieldType
  readonly error: string | null
  readonly onChange: (pattern: string) => void
}

const shown = 12

/** A regular expression, with what it matches on the chosen documents as one types. */
export function PatternInput(props: PatternInputProps) {
  const { label, pattern, type, error, watched, matches, onChange, onWatch } = props
  const isWatched = watched?.pattern === pattern && watched.type === type
  const problem = isWatched ? (matches?.problem ?? null) : null
  const watch = (text: string) => onWatch(text === '' ? null : { pattern: text, type })
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
        error={error ?? problem}
        onFocus={() => watch(pattern)}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          watch(currentTarget.value)
        }}
      />
      {pattern !== '' && isWatched && !problem && !error && <MatchList {...props} />}
    </div>
  )
}

function MatchList({ matches: found, documents }: PatternInputProps) {
  if (documents === 0)
    return (
      <p className={classes.words}>Choose documents in the test bench to see what it matches.</p>
    )
  if (found === null) return <p className={classes.words}>Looking for matches…</p>
  const { matches, isCut } = found
  const texts = [...new Set(matches.map(({ text }) => text))]
  const where = documents === 1 ? 'document' : `${documents} documents`
  return (
    <div role="status" className={classes.words}>
      {matches.length === 0
        ? `It matches nothing on the ${where}.`
        : `It matches ${isCut ? 'more than ' : ''}${counted(matches.length, 'time')} on the ${where}:`}
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
