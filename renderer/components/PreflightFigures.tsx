import type { PreflightReport } from '../../electron/contract.ts'
import { counted } from '../words.ts'
import classes from './PreflightFigures.module.css'

/** How much would be read, in large numbers, and what is known of the time and room it takes. */
export function PreflightFigures({ report }: { readonly report: PreflightReport }) {
  const { files, inspected, isWhole, willRead, estimate, space } = report
  return (
    <section aria-label="What would be read">
      <dl className={classes.figures}>
        <Figure
          name={willRead.files === 1 ? 'file to read' : 'files to read'}
          value={willRead.files}
        />
        <Figure name={willRead.pages === 1 ? 'page' : 'pages'} value={willRead.pages} />
        {willRead.pagesKept > 0 && <Figure name="of them read before" value={willRead.pagesKept} />}
      </dl>
      <div
        className={classes.track}
        data-done={isWhole || undefined}
        role="progressbar"
        aria-label="Files looked into"
        aria-valuenow={inspected}
        aria-valuemin={0}
        aria-valuemax={files}
      >
        <span style={{ width: `${files === 0 ? 0 : (inspected / files) * 100}%` }} />
      </div>
      {[estimate.sentence, kindsOf(report), space.sentence].filter(Boolean).map((sentence) => (
        <p key={sentence} className={classes.words}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className={classes.figure}>
      <dd>{value.toLocaleString('en')}</dd>
      <dt>{name}</dt>
    </div>
  )
}

/** How the pages will be read, where a sample of them could tell. */
function kindsOf({ willRead }: PreflightReport): string {
  const { textPages, picturePages, unknownPages } = willRead
  const parts = [
    textPages > 0 && `${counted(textPages, 'page')} with text inside`,
    picturePages > 0 && `${counted(picturePages, 'page')} to read from the picture`,
    unknownPages > 0 && `${counted(unknownPages, 'page')} of either kind`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : `${parts.join(', ')}.`
}
