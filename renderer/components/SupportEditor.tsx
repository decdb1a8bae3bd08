import { Button, CloseButton, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { TemplateProblem } from '../../electron/views.ts'
import { nameFromLabel } from '../nameFromLabel.ts'
import { problemsWithin } from '../problemsWithin.ts'
import type { TemplateDraft } from '../templateDraft.ts'
import { LabelChips } from './LabelChips.tsx'
import { ProblemList } from './ProblemList.tsx'
import classes from './SupportEditor.module.css'

type Support = TemplateDraft['support'][number]

interface SupportEditorProps {
  readonly support: TemplateDraft['support']
  /** Names that fields have already. */
  readonly fieldNames: readonly string[]
  /** Of the whole template. */
  readonly problems: readonly TemplateProblem[]
  readonly onChange: (support: TemplateDraft['support']) => void
}

const parts: readonly { value: Support['part']; label: string }[] = [
  { value: 'paid', label: 'What was paid, such as cash' },
  { value: 'change', label: 'What was given back' },
  { value: 'rounding', label: 'What was rounded' },
  { value: 'adjustment', label: 'What came off or on top' },
]

/** Amounts that are looked for only to prove the totals; they are no fields. */
export function SupportEditor({ support, fieldNames, problems, onChange }: SupportEditorProps) {
  const change = (at: number, changed: Partial<Support>) =>
    onChange(support.map((one, i) => (i === at ? { ...one, ...changed } : one)))
  const add = () => {
    const taken = [...fieldNames, ...support.map(({ name }) => name)]
    onChange([
      ...support,
      { name: nameFromLabel('Paid', taken, 'support'), part: 'paid', labels: [] },
    ])
  }
  return (
    <fieldset className={classes.support}>
      <legend className={classes.legend}>Amounts that prove the totals</legend>
      <p className={classes.help}>
        Looked for beside the fields, and never exported: cash less change, for example, is the
        total of a receipt.
      </p>
      {support.map(({ name, part, labels }, at) => (
        <div key={name} className={classes.row}>
          <div className={classes.head}>
            <NativeSelect
              size="sm"
              label="What it is"
              className={classes.part}
              value={part}
              data={[...parts]}
              onChange={({ currentTarget }) => {
                const chosen = parts.find(({ value }) => value === currentTarget.value)
                if (chosen) change(at, { part: chosen.value })
              }}
            />
            <CloseButton
              aria-label={`Remove the amount ${at + 1}`}
              onClick={() => onChange(support.filter((_, i) => i !== at))}
            />
          </div>
          <LabelChips
            label="Words printed beside it"
            description="Enter adds what is typed."
            placeholder="Such as Cash"
            labels={labels}
            error={null}
            onChange={(labels) => change(at, { labels })}
          />
          <ProblemList problems={problemsWithin(problems, 'support', at)} />
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={15} stroke={1.8} />}
        onClick={add}
      >
        Add an amount
      </Button>
    </fieldset>
  )
}
