import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TemplateProblem } from '../../electron/views.ts'
import { problemsBeside, problemsWithin, wrongWith } from '../problemsWithin.ts'
import { codeOf, hasOpenPlace, type RuleDraft, ruleKinds, withKind } from '../ruleDraft.ts'
import { ruleKindWords, ruleWords } from '../ruleWords.ts'
import type { FieldDraft } from '../templateDraft.ts'
import { EditorRow } from './EditorRow.tsx'
import fieldClasses from './FieldEditor.module.css'
import { type PatternHands, PatternInput } from './PatternInput.tsx'
import { ProblemList } from './ProblemList.tsx'
import classes from './RuleEditor.module.css'

interface RuleEditorProps {
  readonly rule: RuleDraft
  readonly fields: readonly FieldDraft[]
  readonly problems: readonly TemplateProblem[]
  readonly isOpen: boolean
  readonly pattern: PatternHands
  readonly onToggle: () => void
  readonly onChange: (rule: RuleDraft) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onRemove: () => void
}

/** A rule as a sentence whose places are chosen from the fields. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, fields, problems, isOpen, pattern, onToggle, onChange, onMove, onRemove } = props
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const wrong = (entry: string) => wrongWith(problems, entry)
  return (
    <EditorRow
      id={rule.key}
      kind="rule"
      title={ruleWords(rule, labelOf)}
      facts={rule.level === 'error' ? ['sends to review'] : []}
      problems={problems.length}
      isOpen={isOpen}
      onToggle={onToggle}
      onMove={onMove}
      onRemove={onRemove}
    >
      <NativeSelect
        size="sm"
        label="What has to hold"
        value={rule.kind}
        data={ruleKinds.map((kind) => ({ value: kind, label: ruleKindWords[kind] }))}
        onChange={({ currentTarget }) => {
          const kind = ruleKinds.find((one) => one === currentTarget.value)
          if (kind) onChange(withKind(rule, kind))
        }}
      />
      <RuleSentence {...props} />
      <NativeSelect
        size="sm"
        label="When it does not hold"
        value={rule.level}
        data={[
          { value: 'warning', label: 'Say so' },
          { value: 'error', label: 'Send its fields to review' },
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...rule, level: currentTarget.value === 'error' ? 'error' : 'warning' })
        }
      />
      <TextInput
        size="sm"
        label="In which words"
        placeholder="Sheaf’s own sentence"
        autoComplete="off"
        value={rule.sentence}
        error={wrong('sentence')}
        onChange={({ currentTarget }) => onChange({ ...rule, sentence: currentTarget.value })}
      />
      {rule.kind === 'pattern' && (
        <PatternInput
          {...pattern}
          label={`Pattern for ${labelOf(rule.parts[0] ?? '') || 'the field'}`}
          pattern={rule.pattern}
          type={fields.find(({ name }) => name === rule.parts[0])?.type ?? 'text'}
          error={wrong('pattern')}
          onChange={(text) => onChange({ ...rule, pattern: text })}
        />
      )}
      <details className={fieldClasses.advanced}>
        <summary>Advanced</summary>
        <div className={fieldClasses.inner}>
          <TextInput
            size="sm"
            label="Name of the check in exports"
            spellCheck={false}
            autoComplete="off"
            value={codeOf(rule)}
            error={wrong('code')}
            onChange={({ currentTarget }) =>
              onChange({ ...rule, code: currentTarget.value, isCodeOwn: true })
            }
          />
          {rule.kind === 'sum' && (
            <TextInput
              size="sm"
              label="May differ by"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={String(rule.tolerance)}
              error={wrong('tolerance')}
              onChange={({ currentTarget }) => {
                const tolerance = Number(currentTarget.value.replace(',', '.'))
                if (Number.isFinite(tolerance)) onChange({ ...rule, tolerance })
              }}
            />
          )}
        </div>
      </details>
      {!hasOpenPlace(rule) && <ProblemList problems={problemsBeside(problems, controls)} />}
    </EditorRow>
  )
}

const controls = [
  ...['code', 'sentence', 'pattern', 'tolerance'],
  ...['sum', 'equals', 'before', 'after', 'field'],
]

/** “[Net total] + [Tax total] = [Grand total]”, each place a choice. */
function RuleSentence({ rule, fields, problems, onChange }: RuleEditorProps) {
  const { kind, parts, whole } = rule
  const part = (at: number, label: string, entry: string) => (
    <FieldChoice
      key={at}
      label={label}
      name={parts[at] ?? ''}
      fields={fields}
      isWrong={problems.length > 0}
      problems={
        kind === 'sum' ? problemsWithin(problems, 'sum', at) : problemsWithin(problems, entry)
      }
      onChange={(name) =>
        onChange({ ...rule, parts: parts.map((other, place) => (place === at ? name : other)) })
      }
    />
  )
  const other = (label: string, entry: string) => (
    <FieldChoice
      label={label}
      name={whole}
      fields={fields}
      isWrong={problems.length > 0}
      problems={problemsWithin(problems, entry)}
      onChange={(name) => onChange({ ...rule, whole: name })}
    />
  )
  switch (kind) {
    case 'sum':
      return (
        <Sentence>
          {parts.map((_, at) => [
            at > 0 && <Sign key={`plus-${parts.length - at}`}>+</Sign>,
            part(at, `Part ${at + 1}`, 'sum'),
          ])}
          <span className={classes.buttons}>
            <ActionIcon
              variant="default"
              aria-label="One more part"
              onClick={() => onChange({ ...rule, parts: [...parts, ''] })}
            >
              <IconPlus size={14} stroke={2} />
            </ActionIcon>
            {parts.length > 2 && (
              <ActionIcon
                variant="default"
                aria-label="One part less"
                onClick={() => onChange({ ...rule, parts: parts.slice(0, -1) })}
              >
                <IconMinus size={14} stroke={2} />
              </ActionIcon>
            )}
          </span>
          <Sign>=</Sign>
          {other('Sum', 'equals')}
        </Sentence>
      )
    case 'equal':
      return (
        <Sentence>
          {part(0, 'One field', 'field')}
          <Sign>is the same as</Sign>
          {other('The other field', 'equals')}
        </Sentence>
      )
    case 'order':
      return (
        <Sentence>
          {part(0, 'The earlier one', 'before')}
          <Sign>is not after</Sign>
          {other('The later one', 'after')}
        </Sentence>
      )
    case 'pattern':
      return (
        <Sentence>
          {part(0, 'Field', 'field')}
          <Sign>looks like the pattern</Sign>
        </Sentence>
      )
  }
}

function Sentence({ children }: { readonly children: ReactNode }) {
  return <div className={classes.sentence}>{children}</div>
}

function Sign({ children }: { readonly children: string }) {
  return <span className={classes.sign}>{children}</span>
}

interface FieldChoiceProps {
  readonly label: string
  readonly name: string
  readonly fields: readonly FieldDraft[]
  readonly problems: readonly TemplateProblem[]
  /** Something is wrong with its rule, so that an open place may be what it is. */
  readonly isWrong: boolean
  readonly onChange: (name: string) => void
}

function FieldChoice({ label, name, fields, problems, isWrong, onChange }: FieldChoiceProps) {
  const isKnown = fields.some((field) => field.name === name)
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))].join(' ')
  return (
    <NativeSelect
      size="sm"
      aria-label={label}
      className={classes.choice}
      value={name}
      error={name === '' ? isWrong && 'Choose a field.' : sentences || null}
      data={[
        ...(isKnown ? [] : [{ value: name, label: name || 'Choose a field' }]),
        ...fields
          .filter((field) => field.name !== '')
          .map((field) => ({ value: field.name, label: field.label || field.name })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
