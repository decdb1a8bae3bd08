import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What a program writes on stdout. Throws when it ends with another status than 0. */
export async function runTool(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const options = { env: { ...process.env, ...env }, maxBuffer: 2 ** 28 }
  const { stdout } = await execute(program, [...args], options)
  return stdout
}

/** Why something failed, in one line: what a program said last. */
export function reasonOf(thrown: unknown): string {
  const said = thrown instanceof Error ? thrown.message : String(thrown)
  return said.trim().split('\n').at(-1) ?? said
}

/** The first number in what a program says about itself; null where it is not installed. */
export async function versionOf(program: string, flag: string): Promise<string | null> {
  try {
    const { stdout, stderr } = await execute(program, [flag])
    return /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'of an unknown version'
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}
