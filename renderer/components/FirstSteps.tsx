import classes from './FirstSteps.module.css'

const steps = [
  {
    title: 'Drop',
    words: 'A folder, files or scans. Originals are only ever read, never changed.',
  },
  {
    title: 'Check',
    words: 'Sheaf reads every page, does the sums again and says where it is not sure.',
  },
  {
    title: 'Export',
    words: 'Excel, CSV or JSON, with the page and place that every value came from.',
  },
] as const

/** What will happen, for someone who has just arrived. */
export function FirstSteps() {
  return (
    <ol className={classes.steps}>
      {steps.map(({ title, words }, index) => (
        <li key={title} className={classes.step}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          <div>
            <h2 className={classes.title}>{title}</h2>
            <p className={classes.words}>{words}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
