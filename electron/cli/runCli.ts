import { AppError, failureOf } from '../../workers/errors.ts'
import type { App } from '../core/createApp.ts'
import type { Restored } from '../core/restoreCopy.ts'
import { applyExport } from './applyExport.ts'
import { parseCommand } from './args.ts'
import { add, cancel, change, duplicate, reextract, retry } from './changes.ts'
import { checkBatch } from './checkBatch.ts'
import { addClient, clients, revokeClient } from './clientCommands.ts'
import type { Command } from './command.ts'
import { languages, resume, startBatch, status } from './commands.ts'
import { completion } from './completion.ts'
import { deleteBatch, restoreBatch, settings } from './deleteCommands.ts'
import { doctor, restoreCopy, unopened } from './doctor.ts'
import { exit } from './exitStatus.ts'
import { exportResults, listExports, repeatExport } from './exportCommands.ts'
import { help } from './help.ts'
import { hooks } from './hookCommands.ts'
import { layouts } from './layoutCommands.ts'
import { list } from './listCommands.ts'
import { UsageError } from './options.ts'
import { show } from './show.ts'
import { templates } from './templateCommands.ts'
import type { Terminal } from './terminal.ts'
import { verify } from './verify.ts'
import { watch } from './watch.ts'

/** What the command line stands on; tests pass their own. */
export interface Surroundings {
  readonly terminal: Terminal
  readonly version: string
  /** The folder that relative paths start from. */
  readonly from: string
  /** Opens the core; `goOn`: what was interrupted goes on by itself. */
  readonly open: (options: {
    dataDir: string | null
    threads: number | null
    goOn: boolean
    /** Batches do not wait for mains power. */
    onBattery: boolean
    /** Other programs are answered, whatever the settings say. */
    api: boolean
  }) => Promise<App>
  /** Puts the copy of a damaged database in its place. */
  readonly restore: (dataDir: string | null) => Restored
  /** The program that has the data folder already, where it can be looked at; null where it cannot. */
  readonly other: (dataDir: string | null) => string | null
  /** Shows another program's window. */
  readonly showOther: (link: string) => Promise<void>
  /** Shows the app in a browser's window until it is closed. */
  readonly show: (app: App) => Promise<void>
  /** Serves the app on this computer and gives the link. */
  readonly serve: (app: App, port: number) => Promise<{ url: string; close: () => Promise<void> }>
}

/** Runs one command line and gives the exit status. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal, version, from } = surroundings
  try {
    const command = parseCommand(args, from)
    if (command.kind === 'help') terminal.answer(help(command.of))
    else if (command.kind === 'version') terminal.answer(`sheaf ${version}`)
    else if (command.kind === 'completion') terminal.answer(completion(command))
    else if (command.kind === 'verify') return await verify(terminal, command)
    else return await withApp(command, surroundings)
    return exit.good
  } catch (thrown) {
    terminal.say(sentence(thrown))
    if (asksForJson(args)) terminal.answer(JSON.stringify({ error: errorOf(thrown) }, null, 2))
    return thrown instanceof UsageError || thrown instanceof AppError ? exit.usage : exit.failed
  }
}

type AppCommand = Exclude<
  Command,
  { kind: 'help' } | { kind: 'version' } | { kind: 'verify' } | { kind: 'completion' }
>

async function withApp(command: AppCommand, surroundings: Surroundings): Promise<number> {
  const { kind } = command
  const { dataDir, threads, onBattery } = command.kind === 'preflight' ? command.batch : command
  const goOn = kind === 'app' || kind === 'serve'
  if (command.kind === 'doctor' && command.restore) return restoreCopy(command, surroundings)
  let app: App
  try {
    const api = command.kind === 'serve' && command.api
    app = await surroundings.open({ dataDir, threads, goOn, onBattery, api })
  } catch (thrown) {
    if (goOn && isBusy(thrown) && (await showFirst(thrown, { dataDir, kind }, surroundings)))
      return exit.good
    if (kind === 'doctor') return unopened(surroundings.terminal, command, thrown)
    throw thrown
  }
  try {
    return await run(app, command, surroundings)
  } finally {
    await app.close()
  }
}

/** A second program on one data folder says so and shows the first. */
async function showFirst(
  busy: AppError,
  { dataDir, kind }: { readonly dataDir: string | null; readonly kind: AppCommand['kind'] },
  { other, showOther, terminal }: Surroundings,
): Promise<boolean> {
  const link = other(dataDir)
  if (link === null) return false
  terminal.say(`Sheaf is running already (process ${busy.details.pid}); this is its window.`)
  if (kind === 'serve') terminal.answer(link)
  else await showOther(link)
  return true
}

function isBusy(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.code === 'data_folder_busy'
}

async function run(app: App, command: AppCommand, surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  switch (command.kind) {
    case 'extract':
    case 'classify':
    case 'split':
    case 'read':
      return startBatch(app, terminal, command)
    case 'watch':
      return watch(app, terminal, command)
    case 'preflight':
      return checkBatch(app, terminal, command)
    case 'resume':
      return resume(app, terminal, command)
    case 'status':
      return status(app, terminal, command)
    case 'list':
      return list(app, terminal, command)
    case 'show':
      return show(app, terminal, command)
    case 'export':
      return exportResults(app, terminal, command)
    case 'exports':
      return listExports(app, terminal, command)
    case 'repeat':
      return repeatExport(app, terminal, command)
    case 'apply':
      return applyExport(app, terminal, command)
    case 'cancel':
      return cancel(app, terminal, command)
    case 'retry':
      return retry(app, terminal, command)
    case 'add':
      return add(app, terminal, command)
    case 'reextract':
      return reextract(app, terminal, command)
    case 'duplicate':
      return duplicate(app, terminal, command)
    case 'change':
      return change(app, terminal, command)
    case 'templates':
    case 'templates show':
    case 'templates import':
    case 'templates check':
    case 'templates test':
      return templates(app, terminal, command)
    case 'layouts':
    case 'layouts show':
    case 'layouts import':
    case 'layouts export':
    case 'layouts infer':
    case 'layouts remove':
      return layouts(app, terminal, command)
    case 'hooks':
    case 'hooks run':
    case 'hooks post':
    case 'hooks change':
      return hooks(app, terminal, command)
    case 'delete':
      return deleteBatch(app, terminal, command)
    case 'restore':
      return restoreBatch(app, terminal, command)
    case 'settings':
      return settings(app, terminal, command)
    case 'doctor':
      return doctor(app, terminal, command)
    case 'languages':
      return languages(app, terminal, command)
    case 'clients':
      return clients(app, terminal, command)
    case 'add_client':
      return addClient(app, terminal, command)
    case 'revoke_client':
      return revokeClient(app, terminal, command)
    case 'serve':
      return serve(app, command, surroundings)
    case 'app':
      return untilInterrupted(terminal, surroundings.show(app))
  }
}

async function serve(
  app: App,
  { port, api, json }: Extract<Command, { kind: 'serve' }>,
  surroundings: Surroundings,
): Promise<number> {
  const { url, close } = await surroundings.serve(app, port)
  const { address } = app.clients.state()
  surroundings.terminal.answer(json ? JSON.stringify({ url, ...(api && { address }) }) : url)
  if (api) surroundings.terminal.say(`Other programs ask at ${address}`)
  try {
    return await untilInterrupted(surroundings.terminal, new Promise(() => {}))
  } finally {
    await close()
  }
}

/** Ctrl-C ends it in good order: the core is closed, and the next start goes on. */
async function untilInterrupted(terminal: Terminal, work: Promise<void>): Promise<number> {
  const interrupted = Promise.withResolvers<void>()
  const deaf = terminal.onInterrupt(() => interrupted.resolve())
  try {
    await Promise.race([work, interrupted.promise])
    return exit.good
  } finally {
    deaf()
  }
}

function sentence(thrown: unknown): string {
  if (thrown instanceof UsageError) return thrown.message
  const { code, message } = failureOf(thrown)
  return `${message} [${code}]`
}

function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).includes('--json')
}

/** For a program: the same code and sentence as everywhere. */
function errorOf(thrown: unknown): { readonly code: string; readonly message: string } {
  if (thrown instanceof UsageError) return { code: 'usage', message: thrown.message }
  const { code, message } = failureOf(thrown)
  return { code, message }
}
