import type { UnreadLine } from '../../electron/views.ts'
import classes from './LedgerLine.module.css'

export interface UnreadFiles {
  readonly lines: readonly UnreadLine[]
  /** Files that there are in all. */
  readonly files: number
}

interface UnreadListProps extends UnreadFiles {
  readonly onOpen: (documentId: string) => void
}

/** Files behind a reason, each with its own sentence; a document that misses pages can be opened. */
export function UnreadList({ lines, files, onOpen }: UnreadListProps) {
  if (lines.length === 0) return null
  return (
    <ul className={classes.files} aria-label="Files behind it">
      {lines.map((line) => (
        <li key={`${line.itemId} ${line.firstPage}`}>
          <Name line={line} onOpen={onOpen} /> <span className={classes.why}>{line.message}</span>
        </li>
      ))}
      <More lines={lines} files={files} />
    </ul>
  )
}

function Name({ line, onOpen }: { readonly line: UnreadLine } & Pick<UnreadListProps, 'onOpen'>) {
  const words = `${line.filename}${pagesOf(line)}`
  const { documentId } = line
  if (!documentId) return <b title={line.path}>{words}</b>
  return (
    <button type="button" className={classes.reason} onClick={() => onOpen(documentId)}>
      {words}
    </button>
  )
}

function More({ lines, files }: UnreadFiles) {
  const left = files - new Set(lines.map(({ itemId }) => itemId)).size
  return left > 0 ? <li>and {left.toLocaleString('en')} more; an export lists all</li> : null
}

function pagesOf({ isWhole, firstPage, lastPage }: UnreadLine): string {
  if (isWhole || firstPage === null) return ''
  return firstPage === lastPage ? `, page ${firstPage}` : `, pages ${firstPage} to ${lastPage}`
}
