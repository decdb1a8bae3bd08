import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The link under which the program that holds a data folder can be opened, for a second one to show it. It
 * opens the app, so only this user may read it; each link works once and is followed by another.
 */
export function keepAddress(dataDir: string, link: string): void {
  const file = addressFile(dataDir)
  writeFileSync(`${file}.new`, `${link}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** null: the program that has the data folder cannot be looked at. */
export function addressOf(dataDir: string): string | null {
  try {
    return readFileSync(addressFile(dataDir), 'utf8').trim() || null
  } catch {
    return null
  }
}

export function forgetAddress(dataDir: string): void {
  rmSync(addressFile(dataDir), { force: true })
}

function addressFile(dataDir: string): string {
  return join(dataDir, 'address')
}
