import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCli } from './cli/runCli.ts'
import { processTerminal } from './cli/terminal.ts'
import { addressOf, keepAddress } from './core/address.ts'
import { createApp } from './core/createApp.ts'
import { restoreCopy } from './core/restoreCopy.ts'
import { defaultDataDir } from './dataDir.ts'
import { forkByNode } from './forkByNode.ts'
import { loopbackHost } from './loopbackHost.ts'
import { openApp, showRunning } from './openApp.ts'
import { serve } from './server.ts'

/** The headless host: `npm start -- extract DIR --out results.xlsx`, and the app where Electron is missing. */
const project = dirname(import.meta.dirname)
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
const rendererDir = join(project, 'out', 'renderer')
const { env } = process
let dataDir = defaultDataDir()

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal(),
  version,
  // npm changes to the project's folder; the person may stand elsewhere.
  from: (env.npm_lifecycle_event === 'start' && env.INIT_CWD) || process.cwd(),
  open: (options) => {
    dataDir = options.dataDir ?? dataDir
    return createApp({
      dataDir,
      resourcesDir: join(project, 'resources'),
      workerFile: join(project, 'workers', 'index.ts'),
      checkFile: join(project, 'electron', 'core', 'db', 'checkThread.ts'),
      fork: forkByNode(join(project, 'electron', 'poolProcess.ts')),
      host: loopbackHost,
      version,
      goOn: options.goOn,
      ignoreBattery: options.onBattery,
      threads: options.threads ?? undefined,
    })
  },
  restore: (named) => restoreCopy(named ?? dataDir, new Date()),
  other: (named) => addressOf(named ?? dataDir),
  showOther: (link) => showRunning(link, dataDir),
  show: (app) => openApp({ app, rendererDir, dataDir }),
  serve: (app, port) =>
    serve({ app, rendererDir, port, keepLink: (link) => keepAddress(dataDir, link) }),
})
