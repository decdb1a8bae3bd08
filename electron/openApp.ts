import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { browserArgs } from './browserArgs.ts'
import { keepAddress } from './core/address.ts'
import type { App } from './core/createApp.ts'
import { findBrowser } from './findBrowser.ts'
import { hasDisplay } from './hasDisplay.ts'
import { type Loopback, type ServedApp, serve } from './server.ts'
import { watchWork } from './workWatch.ts'

export type OpenedApp = ServedApp & Pick<App, 'delivered'>

/** What openApp finds around it; tests pass their own. */
export interface Surroundings {
  readonly browser: string | null
  readonly say: (sentence: string) => void
  /** Ends everything: Ctrl-C, a polite request to end. */
  readonly end: AbortSignal
  /** How long no window may be open before it counts as closed: a reload is no end. */
  readonly secondsAlone: number
}

/**
 * Opens the app where there is no Electron: in a browser's window of its own, or, without a screen
 * or a browser, as a link to open. Resolves when the window is closed and all work is done, or when
 * the process is asked to end.
 */
export async function openApp(
  { app, rendererDir, dataDir }: { app: OpenedApp; rendererDir: string; dataDir: string },
  {
    browser = hasDisplay() ? findBrowser() : null,
    say = (sentence) => process.stderr.write(`${sentence}\n`),
    end = endOfProcess(),
    secondsAlone = 3,
  }: Partial<Surroundings> = {},
): Promise<void> {
  const loopback = await serve({ app, rendererDir, keepLink: (link) => keepAddress(dataDir, link) })
  try {
    if (browser !== null && (await showWindow(browser, dataDir, loopback, end, secondsAlone)))
      return await endOfWork(app, loopback, say, end)
    say(`Sheaf is ready. Open ${loopback.newLink()} in a browser; Ctrl-C ends it.`)
    if (!end.aborted) await once(end, 'abort')
  } catch (thrown) {
    if (!end.aborted) throw thrown
  } finally {
    await loopback.close()
  }
}

/** Shows the window of the program that runs already, as a window of its browser or as a link. */
export async function showRunning(
  link: string,
  dataDir: string,
  {
    browser = hasDisplay() ? findBrowser() : null,
    say = (sentence: string) => process.stderr.write(`${sentence}\n`),
  } = {},
): Promise<void> {
  if (browser === null) return void say(`Open ${link} in a browser.`)
  const child = startBrowser(browser, [
    ...[`--app=${link}`, `--user-data-dir=${join(dataDir, 'browser')}`, ...browserArgs()],
  ])
  // Started for good, or handed over to the browser that is there.
  await Promise.race([once(child.process, 'exit'), wait(2000)])
  child.process.unref()
  if (child.status() === 1) say(`Open ${link} in a browser.`)
}

/** Whether a window was there; resolves when it was closed, or the browser could not start. */
async function showWindow(
  browser: string,
  dataDir: string,
  loopback: Loopback,
  end: AbortSignal,
  secondsAlone: number,
): Promise<boolean> {
  const profile = join(dataDir, 'browser')
  const child = startBrowser(browser, [
    `--app=${loopback.url}`,
    `--user-data-dir=${profile}`,
    // Later the profile knows how large the person made it.
    ...(existsSync(profile) ? [] : ['--window-size=1280,840']),
    ...browserArgs(),
  ])
  const started = Date.now()
  let wasThere = false
  try {
    for (let alone = 0; alone < secondsAlone; ) {
      await wait(200, undefined, { signal: end })
      const isThere = loopback.windows() > 0
      wasThere ||= isThere
      // A browser that is already running takes the window over and its second process ends at once.
      const mayStillCome = !wasThere && child.status() === 0 && Date.now() - started < 30_000
      alone = isThere || child.status() === null || mayStillCome ? 0 : alone + 0.2
    }
  } finally {
    child.process.kill()
  }
  return wasThere
}

/** A browser, and its exit status to ask for: null while it runs. */
function startBrowser(
  browser: string,
  args: readonly string[],
): { process: ChildProcess; status: () => number | null } {
  let status: number | null = null
  const child = spawn(browser, args, { stdio: 'ignore' })
  child.once('error', () => {
    status = 1
  })
  child.once('exit', (code) => {
    status = code ?? 1
  })
  return { process: child, status: () => status }
}

/** Reading, and what happens after it, goes on without a window, and stops being alone when one is opened again. */
async function endOfWork(
  app: OpenedApp,
  loopback: Loopback,
  say: (sentence: string) => void,
  end: AbortSignal,
): Promise<void> {
  const work = await watchWork(app)
  try {
    if (work.running().length > 0)
      say(
        `The window is closed; Sheaf goes on reading and ends when it is done. To look: ${loopback.newLink()} (Ctrl-C stops; the next start resumes).`,
      )
    const goesOn = () => work.running().length > 0 || loopback.windows() > 0
    do {
      while (goesOn()) await wait(500, undefined, { signal: end })
      if (!end.aborted) await Promise.race([app.delivered(), once(end, 'abort')])
    } while (goesOn())
  } finally {
    work.stop()
  }
}

function endOfProcess(): AbortSignal {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => ending.abort())
  return ending.signal
}
