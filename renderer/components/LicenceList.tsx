import { useState } from 'react'
import { type LicenceRow, licenceRows } from '../licenceRows.ts'
import { counted } from '../words.ts'
import classes from './LicenceList.module.css'

/** Names and licences of what Sheaf is made with; the file with their texts is loaded when somebody looks. */
export function LicenceList() {
  const [rows, setRows] = useState<readonly LicenceRow[] | null>(null)
  const load = async () => {
    if (rows !== null) return
    const { default: notices } = await import('../../THIRD_PARTY_NOTICES.md?raw')
    setRows(licenceRows(notices))
  }
  return (
    <details className={classes.details} onToggle={load}>
      <summary>Packages and their licences</summary>
      <p className={classes.words}>
        {rows ? counted(rows.length, 'package') : 'Opening the list…'}. Texts are in
        THIRD_PARTY_NOTICES.md, beside the program.
      </p>
      {rows && (
        <ul className={classes.list} aria-label="Packages">
          {rows.map(({ name, version, licence }) => (
            <li key={`${name} ${version}`}>
              <span>
                {name} {version}
              </span>
              <span className={classes.licence}>{licence}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
