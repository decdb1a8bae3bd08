import type { Command } from './command.ts'
import { bashScript } from './completion/bashScript.ts'
import { fishScript } from './completion/fishScript.ts'
import { powershellScript } from './completion/powershellScript.ts'
import { zshScript } from './completion/zshScript.ts'
import type { Shell } from './shells.ts'

const scripts: Readonly<Record<Shell, (name: string) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
}

/** A script by which a shell completes commands, options and their values, for a command of this name. */
export function completion({ shell, name }: Extract<Command, { kind: 'completion' }>): string {
  return scripts[shell](name)
}
