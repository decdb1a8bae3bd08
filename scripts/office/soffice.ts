import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Of all sheets, one file each, as they are shown, in UTF-8. */
export const everySheet =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
/** Commas, quotes, UTF-8, figures recognised, and formulas worked out, which a person has to ask for. */
export const evaluating = 'CSV:44,34,76,1,,0,false,true,false,false,false,0,true'

/** Converts a file by LibreOffice, which has a profile of its own for that; gives the folder with what came out. */
export async function soffice(
  file: string,
  { to, from, below }: { readonly to: string; readonly from?: string; readonly below: string },
): Promise<string> {
  const out = mkdtempSync(join(below, 'out-'))
  const profile = pathToFileURL(join(below, 'profile')).href
  const reading = from === undefined ? [] : [`--infilter=${from}`]
  const args = [`-env:UserInstallation=${profile}`, '--headless', ...reading, '--convert-to', to]
  await run('soffice', [...args, '--outdir', out, file], { timeout: 600_000 })
  return out
}

/** What LibreOffice says of itself; null: it is not on this computer. */
export async function sofficeVersion(): Promise<string | null> {
  try {
    return (await run('soffice', ['--version'])).stdout.trim()
  } catch {
    return null
  }
}
