import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../workers/errors.ts'
import type { App } from '../core/createApp.ts'
import type { HookView } from '../views.ts'
import { callOf } from './call.ts'
import type { HookCommand } from './command.ts'
import { exit } from './exitStatus.ts'
import { UsageError } from './options.ts'
import { hookLine } from './tellHooks.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

/** Lists what happens after every batch, and changes it. */
export async function hooks(app: App, terminal: Terminal, command: HookCommand): Promise<number> {
  const call = callOf(app)
  const answer = (data: unknown, lines: () => readonly string[]) => {
    if (command.json) terminal.answer(JSON.stringify(data, null, 2))
    else for (const line of lines()) terminal.answer(line)
    return exit.good
  }
  switch (command.kind) {
    case 'hooks': {
      const all = await call('hook.list', {})
      return answer(all, () => linesOf(all))
    }
    case 'hooks run': {
      const hook = { kind: 'run' as const, command: [...command.command] }
      const added = await call('hook.add', { hook })
      return answer(added, () => linesOf([added]))
    }
    case 'hooks post': {
      const { url, leavesMachine, secretFile } = command
      const secret = secretFile === null ? null : secretIn(secretFile)
      const hook = { kind: 'post', url, secret, leavesMachine } as const
      const added = await call('hook.add', { hook }).catch((thrown) => {
        if (thrown instanceof AppError && thrown.code === 'address_public')
          throw new UsageError(`${thrown.message} To confirm it: --leaves-machine.`)
        throw thrown
      })
      return answer(added, () => linesOf([added]))
    }
    case 'hooks change':
      break
  }
  const { deed, hookId } = command
  if (deed === 'test') {
    const tried = await call('hook.test', { hookId })
    answer(tried, () => [hookLine(tried), ...(tried.output ? [tried.output] : [])])
    return tried.error === null ? exit.good : exit.failed
  }
  if (deed === 'remove') {
    await call('hook.switch', { hookId, isOn: false })
    await call('hook.remove', { hookId })
    return answer({ removed: hookId }, () => [`removed ${hookId}`])
  }
  const switched = await call('hook.switch', { hookId, isOn: deed === 'on' })
  return answer(switched, () => linesOf([switched]))
}

function linesOf(hooks: readonly HookView[]): readonly string[] {
  if (hooks.length === 0) return ['Nothing happens after a batch.']
  const rows = hooks.map(({ id, isOn, kind, place, last, words }) => [
    String(id),
    isOn ? 'on' : 'off',
    kind,
    place ?? '-',
    last === null ? '-' : (last.error?.code ?? last.state),
    words,
  ])
  return columns([['HOOK', 'IS', 'KIND', 'PLACE', 'LAST', 'WHAT'], ...rows])
}

/** The first line of a file: what stands in a command line can be seen by others. */
function secretIn(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new AppError('folder_not_found', { path: file })
  const [secret = ''] = readFileSync(file, 'utf8').split(/\r?\n/)
  if (secret === '') throw new UsageError(`There is no secret on the first line of “${file}”.`)
  return secret
}
