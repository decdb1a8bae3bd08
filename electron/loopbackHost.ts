import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import type { Host } from './contract.ts'
import { hasDisplay } from './hasDisplay.ts'

/** What the loopback host and the command line can do for the core: show a file, where there is a screen. */
export const loopbackHost: Host = {
  dialogs: false,
  chooseFolder: async () => null,
  chooseFiles: async () => null,
  chooseSavePath: async () => null,
  reveal: async (path) => {
    if (!hasDisplay() || !isAbsolute(path) || !existsSync(path)) return false
    const [program, ...args] = revealCommand(process.platform, path)
    return starts(program, args)
  },
}

/** The file manager of each system; only Linux has no common way to point at the file itself. */
export function revealCommand(
  platform: NodeJS.Platform,
  path: string,
): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', '-R', path]
  if (platform === 'win32') return ['explorer.exe', `/select,${path}`]
  return ['xdg-open', dirname(path)]
}

function starts(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
