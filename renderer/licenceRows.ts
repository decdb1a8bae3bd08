export interface LicenceRow {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Packages with version and licence, from the tables of THIRD_PARTY_NOTICES.md; each name and version once. */
export function licenceRows(notices: string): readonly LicenceRow[] {
  const rows = notices
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, name, version, licence]) =>
      name && version && licence && name !== 'package' ? [{ name, version, licence }] : [],
    )
  const known = new Map(rows.map((row) => [`${row.name} ${row.version}`, row]))
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}
