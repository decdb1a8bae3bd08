import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { browserArgs } from './browserArgs.ts'
import { findBrowser } from './findBrowser.ts'
import { hasDisplay } from './hasDisplay.ts'
import { type Loopback, type ServedApp, serve } from './server.ts'
import { watchWork } from './workWatch.ts'

/** What openApp asks of the computer; tests pass their own. */
export interface Surroundings {
  readonly browser: string | null
  readonly say: (sentence: string) => void
  readonly secondsAlone: number
}

/**
 * Opens the app where there is no Electron: in a browser's window of its own, or, without a screen
 * or a browser, as a link to open. Resolves when the window is closed and all work is done; with a
 * link alone it serves until the process is ended.
 */
export async function openApp(
  { app, rendererDir, dataDir }: { app: ServedApp; rendererDir: string; dataDir: string },
  {
    browser = hasDisplay() ? findBrowser() : null,
    say = (sentence) => process.stderr.write(`${sentence}\n`),
    secondsAlone = 3,
  }: Partial<Surroundings> = {},
): Promise<void> {
  const loopback = await serve({ app, rendererDir })
  try {
    if (browser !== null && (await showWindow(browser, dataDir, loopback, secondsAlone))) {
      await endOfWork(app, loopback, say, secondsAlone)
      return
    }
    say(`Sheaf is ready. Open ${loopback.newLink()} in a browser; Ctrl-C ends it.`)
    await new Promise(() => {})
  } finally {
    await loopback.close()
  }
}

/** Whether a window was there; resolves when it was closed, or the browser could not start. */
async function showWindow(
  browser: string,
  dataDir: string,
  loopback: Loopback,
  secondsAlone: number,
): Promise<boolean> {
  const isOver = runBrowser(browser, [
    `--app=${loopback.url}`,
    `--user-data-dir=${join(dataDir, 'browser')}`,
    ...browserArgs(),
  ])
  const started = Date.now()
  let wasThere = false
  for (let alone = 0; alone < secondsAlone; ) {
    await wait(200)
    const isThere = loopback.windows() > 0
    wasThere ||= isThere
    // A browser that is already running takes the window over and its second process ends at once.
    const mayStillCome = !wasThere && isOver() === 0 && Date.now() - started < 30_000
    alone = isThere || isOver() === null || mayStillCome ? 0 : alone + 0.2
  }
  return wasThere
}

/** Asks for the exit status: null while it runs. */
function runBrowser(browser: string, args: readonly string[]): () => number | null {
  let status: number | null = null
  const child = spawn(browser, args, { stdio: 'ignore' })
  child.once('error', () => {
    status = 1
  })
  child.once('exit', (code) => {
    status = code ?? 1
  })
  return () => status
}

/** Reading goes on without a window, and stops being alone when one is opened again. */
async function endOfWork(
  app: ServedApp,
  loopback: Loopback,
  say: (sentence: string) => void,
  secondsAlone: number,
): Promise<void> {
  const work = await watchWork(app)
  if (work.running().length > 0)
    say(
      `The window is closed; Sheaf goes on reading and ends when it is done. To look: ${loopback.newLink()} (Ctrl-C stops; the next start resumes).`,
    )
  while (work.running().length > 0 || loopback.windows() > 0) await wait(secondsAlone * 1000)
  work.stop()
}
