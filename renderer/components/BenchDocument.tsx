import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFileSearch } from '@tabler/icons-react'
import type { TemplateTrial, TrialValue } from '../../electron/views.ts'
import { keyOfTrialValue, tablesOfTrial, trialWords } from '../trialWords.ts'
import { titleOf } from '../words.ts'
import classes from './BenchDocument.module.css'
import { ChangeMark } from './ChangeMark.tsx'
import { Confidence } from './Confidence.tsx'
import { FieldCrop } from './FieldCrop.tsx'
import { Notice } from './Notice.tsx'

interface BenchDocumentProps {
  readonly trial: TemplateTrial
  readonly filename: string
  /** Leaves out what is as before. */
  readonly onlyChanged: boolean
  /** Key of the value that is looked at; null: none of this document. */
  readonly shown: string | null
  readonly srcOf: (imageId: string) => string
  readonly onShow: (field: string | null) => void
  /** Opens the page of a value. */
  readonly onPage: (field: TrialValue) => void
}

/** What the draft finds on one document, and what of it is other than before. */
export function BenchDocument(props: BenchDocumentProps) {
  const { trial, filename, onlyChanged, shown, onShow } = props
  const fields = trial.fields.filter(({ change }) => !onlyChanged || change !== 'same')
  const values = fields.filter(({ table }) => table === null)
  const failed = trial.checks.filter(({ passed }) => !passed)
  const passed = trial.checks.length - failed.length
  const current = trial.fields.find((field) => keyOfTrialValue(field) === shown)
  return (
    <section className={classes.document} aria-label={filename}>
      <header className={classes.head}>
        <h3 className={classes.name}>{filename}</h3>
        {!trial.error && <span className={classes.sum}>{trialWords(trial)}</span>}
      </header>
      {trial.error && (
        <div className={classes.failure}>
          <Notice tone="bad">{trial.error.message}</Notice>
        </div>
      )}
      {onlyChanged && fields.length === 0 && !trial.error && (
        <p className={classes.same}>Everything is as the saved version finds it.</p>
      )}
      <dl className={classes.values}>
        {values.map((field) => {
          const key = keyOfTrialValue(field)
          return (
            <div key={key} className={classes.value} data-field={field.name}>
              <dt>{field.label}</dt>
              <dd>
                <ValueButton
                  field={field}
                  isShown={key === shown}
                  onShow={() => onShow(key === shown ? null : key)}
                />
                <ChangeMark field={field} />
                {field.value !== null && <Confidence value={field.confidence} />}
                {key === shown && <Place {...props} field={field} />}
              </dd>
            </div>
          )
        })}
      </dl>
      {tablesOfTrial(fields).map((table) => (
        <div key={table.name} className={classes.scroller}>
          <table className={classes.table}>
            <caption>{titleOf(table.name)}</caption>
            <thead>
              <tr>
                {table.columns.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]?.row}>
                  {table.columns.map(({ name }) => {
                    const field = row.find((cell) => cell.name === name)
                    const key = field && keyOfTrialValue(field)
                    return (
                      <td key={name}>
                        {field && key && (
                          <>
                            <ValueButton
                              field={field}
                              isShown={key === shown}
                              onShow={() => onShow(key === shown ? null : key)}
                            />
                            <ChangeMark field={field} />
                          </>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      {current?.table && <Place {...props} field={current} />}
      {trial.checks.length > 0 && (
        <ul className={classes.checks} aria-label="Checks">
          {failed.map(({ code, sentence }) => (
            <li key={`${code} ${sentence}`} data-tone="look">
              <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
              {sentence}
            </li>
          ))}
          {passed > 0 && (
            <li data-tone="ok">
              <IconCircleCheck size={14} stroke={1.9} aria-hidden />
              {passed === 1 ? 'One check holds.' : `${passed} checks hold.`}
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

interface ValueButtonProps {
  readonly field: TrialValue
  readonly isShown: boolean
  readonly onShow: () => void
}

/** A value that shows where it is printed when it is pressed. */
function ValueButton({ field, isShown, onShow }: ValueButtonProps) {
  if (field.value === null)
    return field.change === 'lost' ? null : <span className={classes.missing}>not found</span>
  return (
    <button
      type="button"
      className={classes.found}
      aria-expanded={isShown}
      title={`Show where ${field.label} is printed`}
      onClick={onShow}
    >
      {field.value}
    </button>
  )
}

/** Where a value is printed, cut from its page. */
function Place(props: BenchDocumentProps & { readonly field: TrialValue }) {
  const { field, trial, srcOf, onPage } = props
  const sheet = trial.pages.find(({ number }) => number === field.provenance?.page)
  return (
    <div className={classes.place}>
      {field.provenance && sheet ? (
        <>
          <FieldCrop label={field.label} provenance={field.provenance} src={srcOf(sheet.imageId)} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileSearch size={15} stroke={1.7} />}
            onClick={() => onPage(field)}
          >
            Show on page {field.provenance.page}
          </Button>
        </>
      ) : (
        <p className={classes.words}>
          It is stated by the file itself and printed nowhere on its pages.
        </p>
      )}
    </div>
  )
}
