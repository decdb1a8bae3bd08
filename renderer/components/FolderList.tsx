import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { FolderListing } from '../../electron/views.ts'
import { isPath } from '../folderPaths.ts'
import { type FolderEntry, FolderEntryRow } from './FolderEntryRow.tsx'
import classes from './FolderList.module.css'

/** More names than this are not for looking through; the filter finds the rest. */
const shownAtOnce = 300

interface FolderListProps {
  readonly listing: FolderListing | null
  readonly isLoading: boolean
  /** Paths of files that are ticked; null where only a folder can be chosen. */
  readonly picked: readonly string[] | null
  /** Said of a folder with nothing in it to choose. */
  readonly emptyWords: string
  /** Whether typing goes here first when the dialog opens. */
  readonly takesFocus: boolean
  readonly onActivate: (entry: FolderEntry) => void
  /** An address was typed or pasted. */
  readonly onPath: (path: string) => void
  readonly onUp: () => void
}

/** What is in a folder: type to filter, arrows to move, Enter to open, Backspace to go up. */
export function FolderList(props: FolderListProps) {
  const { listing, isLoading, picked, emptyWords, takesFocus, onActivate, onPath, onUp } = props
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [shownPath, setShownPath] = useState(listing?.path)
  const id = useId()
  if (listing?.path !== shownPath) {
    setShownPath(listing?.path)
    setText('')
    setActive(0)
  }

  const entries = entriesOf(listing, isPath(text) ? '' : text)
  const shown = entries.slice(0, shownAtOnce)
  const optionId = (index: number) => `${id}-${index}`
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index))
    setActive(next)
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const choose = () => {
    const entry = shown[active]
    if (isPath(text)) onPath(text.trim())
    else if (entry) onActivate(entry)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      PageDown: () => moveTo(active + 10),
      PageUp: () => moveTo(active - 10),
      Enter: choose,
      ...(text === '' && { Backspace: onUp }),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <>
      <TextInput
        data-autofocus={takesFocus || undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        placeholder="Filter, or paste the path of a folder"
        leftSection={<IconSearch size={15} stroke={1.7} />}
        role="combobox"
        aria-label="Filter the folder, or type a path"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
      />
      <div
        className={classes.list}
        role="listbox"
        id={`${id}-list`}
        aria-label="Folders and files"
        aria-busy={isLoading}
        aria-multiselectable={picked !== null}
        data-loading={isLoading || undefined}
      >
        {shown.map((entry, index) => (
          <FolderEntryRow
            key={entry.path}
            id={optionId(index)}
            entry={entry}
            isActive={index === active}
            isPicked={picked?.includes(entry.path) ?? null}
            onClick={() => {
              setActive(index)
              onActivate(entry)
            }}
          />
        ))}
        {entries.length > shownAtOnce && (
          <p className={classes.empty}>
            … and {entries.length - shownAtOnce} more. Type to filter.
          </p>
        )}
        {listing && entries.length === 0 && (
          <p className={classes.empty}>
            {isPath(text)
              ? 'Press Enter to go there.'
              : text
                ? `Nothing here is called “${text}”.`
                : emptyWords}
          </p>
        )}
      </div>
    </>
  )
}

function entriesOf(listing: FolderListing | null, filter: string): readonly FolderEntry[] {
  if (!listing) return []
  const wanted = filter.trim().toLowerCase()
  const all: readonly FolderEntry[] = [
    ...listing.folders.map((folder) => ({ ...folder, kind: 'folder' as const })),
    ...listing.files.map((file) => ({ ...file, kind: 'file' as const })),
  ]
  return wanted ? all.filter(({ name }) => name.toLowerCase().includes(wanted)) : all
}
