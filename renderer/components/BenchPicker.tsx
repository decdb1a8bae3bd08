import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import type { BenchDocument } from '../stores/benchStore.ts'
import { titleOf } from '../words.ts'
import classes from './BenchPicker.module.css'

interface BenchPickerProps {
  readonly search: string
  /** null: not known yet. */
  readonly choices: readonly BenchDocument[] | null
  readonly chosen: readonly BenchDocument[]
  readonly onSearch: (search: string) => void
  readonly onChoose: (document: BenchDocument) => void
  readonly onLeaveOut: (documentId: string) => void
}

const mostShown = 8

/** Chooses documents that were read before, to try the draft on. */
export function BenchPicker(props: BenchPickerProps) {
  const { search, choices, chosen, onSearch, onChoose, onLeaveOut } = props
  const isChosen = ({ documentId }: BenchDocument) =>
    chosen.some((document) => document.documentId === documentId)
  const others = choices?.filter((document) => !isChosen(document)) ?? []
  return (
    <div className={classes.picker}>
      {chosen.length > 0 && (
        <ul className={classes.chosen} aria-label="Documents that it is tried on">
          {chosen.map((document) => (
            <li key={document.documentId} className={classes.chip}>
              <span>{document.filename}</span>
              <Tooltip label="Leave it out">
                <ActionIcon
                  size={20}
                  variant="subtle"
                  color="gray"
                  aria-label={`Leave ${document.filename} out`}
                  onClick={() => onLeaveOut(document.documentId)}
                >
                  <IconX size={13} stroke={2.2} />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        size="sm"
        aria-label="Search documents to try it on"
        placeholder="Search documents by file, batch or type"
        leftSection={<IconSearch size={16} stroke={1.7} />}
        data-bench-search
        autoComplete="off"
        value={search}
        onChange={({ currentTarget }) => onSearch(currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = others
          if (event.key !== 'Enter' || search === '' || !first) return
          onChoose(first)
          onSearch('')
        }}
      />
      {choices !== null && (chosen.length === 0 || search !== '') && (
        <ul className={classes.choices} aria-label="Documents that can be tried">
          {others.slice(0, mostShown).map((document) => (
            <li key={document.documentId}>
              <button type="button" className={classes.choice} onClick={() => onChoose(document)}>
                <IconPlus size={14} stroke={2} aria-hidden className={classes.plus} />
                <span className={classes.file}>{document.filename}</span>
                <span className={classes.meta}>
                  {document.batchName}
                  {document.template && ` · ${titleOf(document.template)}`}
                </span>
              </button>
            </li>
          ))}
          {others.length === 0 && (
            <li className={classes.none}>
              {search === ''
                ? 'All documents are chosen.'
                : `No document that was read matches “${search}”.`}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
