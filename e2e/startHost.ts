import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface StartedHost {
  /** Opens the app once, with its token. */
  readonly url: string
  /** A folder of the test's own; the user's home lies in it. */
  readonly folder: string
  readonly home: string
  stop(): Promise<void>
}

/**
 * Starts Sheaf as a person does (`npm start -- serve`), with a home and a data folder of its own; `prepare` may
 * put something into the data folder first.
 */
export async function startHost(prepare?: (dataDir: string) => void): Promise<StartedHost> {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-e2e-'))
  const home = join(folder, 'home')
  mkdirSync(home)
  prepare?.(join(folder, 'data'))
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', 'serve', '--data-dir', join(folder, 'data')],
    { cwd: root, env: { ...process.env, HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said)
      if (link) resolve(link[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (status) => reject(new Error(`the host ended with ${status}: ${said}`)))
  })
  return {
    url,
    folder,
    home,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
