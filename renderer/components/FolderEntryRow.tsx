import { IconChevronRight, IconFile, IconFolder } from '@tabler/icons-react'
import { sizeOf } from '../format.ts'
import classes from './FolderEntryRow.module.css'

export interface FolderEntry {
  readonly kind: 'folder' | 'file'
  readonly name: string
  readonly path: string
  readonly size?: number
}

interface FolderEntryRowProps {
  readonly id: string
  readonly entry: FolderEntry
  readonly isActive: boolean
  /** null where files cannot be chosen. */
  readonly isPicked: boolean | null
  readonly onClick: () => void
}

/** A folder to open, or a file that is there (and can be ticked where files are chosen). */
export function FolderEntryRow({ id, entry, isActive, isPicked, onClick }: FolderEntryRowProps) {
  return (
    <button
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      className={classes.entry}
      data-kind={entry.kind}
      data-active={isActive || undefined}
      aria-selected={isPicked ?? isActive}
      aria-disabled={entry.kind === 'file' && isPicked === null}
      onClick={onClick}
    >
      {entry.kind === 'folder' && <IconFolder size={17} stroke={1.6} aria-hidden />}
      {entry.kind === 'file' && isPicked === null && (
        <IconFile size={17} stroke={1.4} aria-hidden />
      )}
      {entry.kind === 'file' && isPicked !== null && (
        <span className={classes.box} data-ticked={isPicked || undefined} aria-hidden />
      )}
      <span className={classes.name}>{entry.name}</span>
      {entry.kind === 'folder' ? (
        <IconChevronRight size={14} stroke={1.6} aria-hidden />
      ) : (
        <span className={classes.size}>{sizeOf(entry.size ?? 0)}</span>
      )}
    </button>
  )
}
