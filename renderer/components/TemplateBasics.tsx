import { Autocomplete, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { TemplateProblem } from '../../electron/views.ts'
import { isKeyboardFree } from '../isKeyboardFree.ts'
import { problemsBeside, wrongWith } from '../problemsWithin.ts'
import type { TemplateDraft } from '../templateDraft.ts'
import classes from './FieldEditor.module.css'
import { LabelChips } from './LabelChips.tsx'
import { ProblemList } from './ProblemList.tsx'
import { SupportEditor } from './SupportEditor.tsx'

interface TemplateBasicsProps {
  readonly draft: TemplateDraft
  readonly problems: readonly TemplateProblem[]
  /** Categories that other templates have. */
  readonly categories: readonly string[]
  readonly onTitle: (title: string) => void
  readonly onChange: (change: Partial<TemplateDraft>) => void
}

/** What a template is called, and by what Sheaf knows a document of its type. */
export function TemplateBasics(props: TemplateBasicsProps) {
  const { draft, problems, categories, onTitle, onChange } = props
  const wrong = (entry: string) => wrongWith(problems, entry)
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          size="sm"
          label="Title"
          placeholder="Such as Delivery note"
          autoComplete="off"
          ref={focusIfBlank}
          value={draft.title}
          error={wrong('title') ?? (draft.isNameOwn ? null : wrong('name'))}
          onChange={({ currentTarget }) => onTitle(currentTarget.value)}
        />
        <Autocomplete
          size="sm"
          label="Category"
          placeholder="other"
          data={[...categories]}
          value={draft.category}
          error={wrong('category')}
          onChange={(category) => onChange({ category })}
        />
      </div>
      <LabelChips
        label="What such a document calls itself"
        description="Words of its heading. Without any, its keywords are taken."
        placeholder="Such as Delivery note"
        labels={draft.titles}
        error={wrong('titles')}
        onChange={(titles) => onChange({ titles })}
      />
      <LabelChips
        label="Keywords"
        description="Words that tell this type of document from others."
        placeholder="Such as Delivered by"
        labels={draft.keywords}
        error={wrong('keywords')}
        onChange={(keywords) => onChange({ keywords })}
      />
      <details className={classes.advanced}>
        <summary>Advanced</summary>
        <div className={classes.inner}>
          <Textarea
            size="sm"
            label="Description"
            autosize
            minRows={1}
            maxRows={4}
            value={draft.description}
            error={wrong('description')}
            onChange={({ currentTarget }) => onChange({ description: currentTarget.value })}
          />
          <TextInput
            size="sm"
            label="Name"
            description="What commands and exports call it."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            spellCheck={false}
            autoComplete="off"
            value={draft.name}
            error={draft.isNameOwn ? wrong('name') : null}
            onChange={({ currentTarget }) =>
              onChange({ name: currentTarget.value, isNameOwn: true })
            }
          />
          <LabelChips
            label="Words of another type"
            description="A document with one of these is something else."
            placeholder="Such as Invoice"
            labels={draft.notKeywords}
            error={wrong('notKeywords')}
            onChange={(notKeywords) => onChange({ notKeywords })}
          />
          <NativeSelect
            size="sm"
            label="Whose name stands at the head"
            description="Invoices are written by the seller, orders by the buyer."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft.letterhead}
            data={[
              { value: 'seller', label: 'The seller’s' },
              { value: 'buyer', label: 'The buyer’s' },
            ]}
            onChange={({ currentTarget }) =>
              onChange({ letterhead: currentTarget.value === 'buyer' ? 'buyer' : 'seller' })
            }
          />
          <Checkbox
            size="sm"
            label="Report every label that stands with a value"
            description="Beside the fields, each under the name that is printed; then no field is needed. Good for forms that are all different."
            checked={draft.pairs}
            onChange={({ currentTarget }) => onChange({ pairs: currentTarget.checked })}
          />
          <SupportEditor
            support={draft.support}
            fieldNames={draft.fields.map(({ name }) => name)}
            problems={problems}
            onChange={(support) => onChange({ support })}
          />
        </div>
      </details>
      <ProblemList problems={problemsBeside(problems, controls)} />
    </>
  )
}

const controls = [
  ...['title', 'name', 'category', 'titles', 'keywords', 'notKeywords', 'description'],
  ...['letterhead', 'pairs'],
  ...['fields', 'tables', 'rules'],
]

/** What is new begins with its title. */
function focusIfBlank(input: HTMLInputElement | null): void {
  if (input?.value === '' && isKeyboardFree()) input.focus()
}
