import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { forkByElectron } from './forkByElectron.ts'

class Utility extends EventEmitter {
  pid: number | undefined = 4711
  posted: unknown[] = []
  kills = 0
  postMessage(message: unknown) {
    this.posted.push(message)
  }
  kill() {
    this.kills++
  }
}

const electron = vi.hoisted(() => ({ forked: [] as unknown[][], child: null as unknown }))
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (...args: unknown[]) => {
      electron.forked.push(args)
      return electron.child
    },
  },
}))

let utility: Utility
beforeEach(() => {
  utility = new Utility()
  Object.assign(electron, { forked: [], child: utility })
})

test('a utility process of its own is started, quiet and without arguments of ours', () => {
  forkByElectron('/app/poolProcess.js')()
  const [file, args, options] = electron.forked[0] ?? []
  expect([file, args]).toEqual(['/app/poolProcess.js', []])
  expect(options).toMatchObject({ stdio: 'ignore', execArgv: [] })
})

test('messages go both ways, and its end is told with its status', () => {
  const child = forkByElectron('x')()
  const heard: unknown[] = []
  child.onMessage((message) => heard.push(message))
  child.onExit((how) => heard.push(how))
  child.post({ kind: 'abort', id: 1 })
  utility.emit('message', { kind: 'ready' })
  utility.emit('exit', 139)
  expect(utility.posted).toEqual([{ kind: 'abort', id: 1 }])
  expect(heard).toEqual([{ kind: 'ready' }, 'status 139'])
})

test('it is killed at once, politely only where there is no process to kill', () => {
  const signals: unknown[] = []
  const kill = vi.spyOn(process, 'kill').mockImplementation((...args) => {
    signals.push(args)
    return true
  })
  const child = forkByElectron('x')()
  child.kill()
  expect(signals).toEqual([[4711, 'SIGKILL']])
  expect(utility.kills).toBe(0)
  utility.pid = undefined
  child.kill()
  expect(utility.kills).toBe(1)
  kill.mockRestore()
})
