import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary folder for all that the tests of a run write; gone at its end, however their processes ended. */
export default function ownTemp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
