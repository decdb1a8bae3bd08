import { VisuallyHidden } from '@mantine/core'
import type { LayoutPreview } from '../../electron/views.ts'
import type { LayoutDraft } from '../layoutDraft.ts'
import classes from './LayoutPreviewTable.module.css'

interface LayoutPreviewTableProps {
  readonly draft: LayoutDraft
  readonly preview: LayoutPreview
  /** Opens the editor of a column. */
  readonly onColumn: (key: string) => void
}

/** The first rows of a batch as the layout writes them; a heading leads to its column. */
export function LayoutPreviewTable({ draft, preview, onColumn }: LayoutPreviewTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too.
    <section className={classes.frame} tabIndex={0} aria-label="First rows">
      <table className={classes.table}>
        <VisuallyHidden component="caption">
          The first rows of this batch, as they will be written
        </VisuallyHidden>
        <thead>
          <tr data-off={!draft.header || undefined}>
            {draft.columns.map(({ key, header, isUnmatched }, at) => (
              <th key={key} scope="col" data-column={key} data-look={isUnmatched || undefined}>
                <button type="button" onClick={() => onColumn(key)}>
                  {header || <span className={classes.none}>Column {at + 1}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, line) => (
            <tr key={line}>
              {row.slice(0, draft.columns.length).map(({ text, isNumber, isMarked }, at) => (
                <td
                  key={draft.columns[at]?.key}
                  data-number={isNumber || undefined}
                  data-marked={isMarked || undefined}
                  title={text}
                >
                  {text}
                  {isMarked && <VisuallyHidden> (needs review)</VisuallyHidden>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
